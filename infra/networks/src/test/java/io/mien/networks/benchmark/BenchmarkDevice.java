package io.mien.networks.benchmark;

import ai.djl.Device;
import io.mien.networks.device.DeviceChoice;

/** Where a benchmark computes: {@code -Dmien.device=cpu} (the default), {@code cuda:0}. */
final class BenchmarkDevice {

  private BenchmarkDevice() {}

  static Device chosen() {
    return DeviceChoice.resolve(System.getProperty("mien.device", "cpu"));
  }
}
