package io.mien.networks.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Overwrite;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Run by hand where there is a GPU and a libtorch with CUDA (infra/docs/benchmarks.md). */
@EnabledIf("cudaIsThere")
class CudaTest {

  private static final Device CUDA = Device.gpu(0);

  static boolean cudaIsThere() {
    Engine engine = TorchRuntime.start();
    return engine.getGpuCount() > 0 && engine.hasCapability("CUDA");
  }

  @Test
  void auto() {
    assertThat(DeviceChoice.resolvedName("auto")).isEqualTo("cuda:0");
  }

  @Test
  void anAllocationThatTheDeviceCannotGiveIsRecognisedAndTheNextOneIsMade() {
    long floats = DeviceMemory.room(CUDA, 0) / Float.BYTES + (1 << 20);
    try (NDManager manager = TorchRuntime.start().newBaseManager(CUDA)) {
      Throwable failure = catchThrowable(() -> manager.zeros(new Shape(floats)));

      long bytes = FailedAllocation.in(failure).orElseThrow().bytes();
      assertThat((double) bytes).isCloseTo(4.0 * floats, within(1.0 * (1L << 30)));
      assertThat(manager.ones(new Shape(1 << 20)).sum().getFloat()).isEqualTo(1 << 20);
    }
  }

  @Test
  void whatIsReadOrWrittenLeavesNoCopyBehind(@TempDir Path folder) throws IOException {
    try (NDManager manager = TorchRuntime.start().newBaseManager(CUDA)) {
      NDArray weights = manager.ones(new Shape(4, 4));
      NDArray two = manager.full(new Shape(4, 4), 2f);
      Path file = folder.resolve("weights.safetensors");

      Safetensors.write(file, Map.of("weights", weights), Map.of());
      Overwrite.with(weights, two);
      float[] values = HostCopy.floats(weights);

      assertThat(values).hasSize(16).containsOnly(2);
      assertThat(manager.getManagedArrays()).hasSize(2);
    }
  }

  @Test
  void aGeneratorDrawsThereWhatItDrawsOnTheProcessor() {
    float[] expected = drawn(Device.cpu());
    float[] images = drawn(CUDA);

    double noise = 0;
    for (int i = 0; i < images.length; i++) {
      noise += Math.pow(images[i] - expected[i], 2) / images.length;
    }
    // Convolutions in TF32, libtorch's default, have 10 bits of fraction
    assertThat(10 * Math.log10(4 / noise)).isBetween(50.0, 200.0);
  }

  private static float[] drawn(Device device) {
    LabelSpace labels = LabelSpace.of(LabelGroup.exclusive(List.of("neutral", "happy")));
    try (NDManager manager = TorchRuntime.start().newBaseManager(device);
        Autograd silent = Autograd.silent();
        Generator generator =
            Generator.initialize(GeneratorSpec.faithful(16, 3), labels, manager, 1)) {
      float[] ramp = new float[3 * 64 * 64];
      for (int i = 0; i < ramp.length; i++) {
        ramp[i] = (float) Math.sin(0.01 * i);
      }
      NDArray face = manager.create(ramp, new Shape(1, 3, 64, 64));
      NDArray happy = manager.create(new float[] {0, 1}, new Shape(1, 2));
      return generator.forward(face, happy).toFloatArray();
    }
  }
}
