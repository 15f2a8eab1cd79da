package io.mien.networks.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {
  @Test
  void autoTakesTheFirstGpuWhereThereIsOne() {
    assertThat(DeviceChoice.resolve("auto", 0, false)).isEqualTo(Device.cpu());
    assertThat(DeviceChoice.resolve("auto", 2, true)).isEqualTo(Device.gpu(0));
    assertThat(DeviceChoice.resolve("cuda:1", 2, true)).isEqualTo(Device.gpu(1));
  }

  @Test
  void nameOfADeviceIsOneThatResolvesToItAgain() {
    assertThat(DeviceChoice.nameOf(DeviceChoice.resolve("auto", 2, true))).isEqualTo("cuda:0");
    assertThat(DeviceChoice.nameOf(Device.gpu(3))).isEqualTo("cuda:3");
    assertThat(DeviceChoice.resolvedName("CPU")).isEqualTo("cpu");
  }

  @Test
  void absentAndUnknownDevicesAreErrorsThatSayWhatToDo() {
    assertThatThrownBy(() -> DeviceChoice.resolve("cuda:0", 0, false))
        .hasMessageContaining("cuda:0")
        .hasMessageContaining("0 CUDA device(s)");
    assertThatThrownBy(() -> DeviceChoice.resolve("tpu", 0, false))
        .hasMessageContaining("auto, cpu");
  }

  @Test
  void aGpuThatOnlyLibtorchSeesIsAnErrorUnlessTheProcessorIsAskedFor() {
    assertThatThrownBy(() -> DeviceChoice.resolve("auto", 0, true))
        .hasMessageContaining("jna.library.path");
    assertThatThrownBy(() -> DeviceChoice.resolve("tpu", 0, true)).hasMessageContaining("Unknown");
    assertThat(DeviceChoice.resolve("cpu", 0, true)).isEqualTo(Device.cpu());
  }

  @Test
  void aGpuThatLibtorchCannotUseIsNone() {
    assertThat(DeviceChoice.resolve("auto", 2, false)).isEqualTo(Device.cpu());
    assertThatThrownBy(() -> DeviceChoice.resolve("cuda:0", 2, false))
        .hasMessageContaining("0 CUDA device(s)")
        .hasMessageContaining("PYTORCH_LIBRARY_PATH");
  }

  @Test
  void threadCountIsWhatWasAskedFor() {
    // When
    TorchRuntime.useThreads(2);
    // Then
    assertThat(ai.djl.pytorch.jni.JniUtils.getNumThreads()).isEqualTo(2);
    assertThatThrownBy(() -> TorchRuntime.useThreads(0)).hasMessageContaining("at least 1");
  }
}
