package io.mien.networks.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class FailedAllocationTest {

  /** More than any process can address. */
  private static final long ABSURD = 1L << 47;

  @Test
  void anAllocationThatTheProcessorCannotGiveIsRecognised() {
    try (NDManager manager = TorchRuntime.start().newBaseManager(Device.cpu())) {
      Throwable failure = catchThrowable(() -> manager.zeros(new Shape(ABSURD)));

      assertThat(FailedAllocation.in(failure)).hasValue(new FailedAllocation(4 * ABSURD));
      assertThat(manager.getManagedArrays()).isEmpty();
    }
  }

  @Test
  void whatLibtorchSaysOfCudaIsRecognised() {
    Throwable cached =
        new EngineException(
            "CUDA out of memory. Tried to allocate 20.50 MiB. GPU 0 has a total capacity of 79.10"
                + " GiB of which 3.06 MiB is free.");
    Throwable driver = new EngineException("CUDA error: out of memory\nCUDA kernel errors might");

    assertThat(FailedAllocation.in(cached)).hasValue(new FailedAllocation(41L << 19));
    assertThat(FailedAllocation.in(driver)).hasValue(new FailedAllocation(0));
  }

  @Test
  void otherFailuresAreNone() {
    try (NDManager manager = TorchRuntime.start().newBaseManager(Device.cpu());
        NDArray two = manager.ones(new Shape(2, 2));
        NDArray three = manager.ones(new Shape(3, 3))) {
      Throwable shapes = catchThrowable(() -> two.matMul(three));

      assertThat(shapes).isInstanceOf(EngineException.class);
      assertThat(FailedAllocation.in(shapes)).isEmpty();
    }
    Throwable quoted = new IllegalArgumentException("Label 'CUDA out of memory. Tried' is unknown");
    assertThat(FailedAllocation.in(quoted)).isEmpty();
  }
}
