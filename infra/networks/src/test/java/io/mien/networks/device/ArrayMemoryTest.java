package io.mien.networks.device;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ArrayMemoryTest {

  @Test
  void whatAManagerAndThoseBelowItOwnIsCounted() {
    try (NDManager manager = TorchRuntime.start().newBaseManager(Device.cpu());
        NDManager below = manager.newSubManager()) {
      manager.zeros(new Shape(3, 5));
      manager.zeros(new Shape(7), DataType.FLOAT64).close();
      manager.zeros(new Shape(2), DataType.INT64);
      below.zeros(new Shape(100));

      assertThat(ArrayMemory.bytes(manager)).isEqualTo(3 * 5 * 4 + 2 * 8 + 100 * 4);
    }
  }
}
