package io.mien.networks.device;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.function.Function;

/**
 * Reads values of an array on whatever device. DJL copies those of CUDA to the processor's memory
 * by itself, but leaves the copy to the array's manager, which may live as long as a training.
 */
public final class HostCopy {
  private HostCopy() {}

  /** What {@code reading} makes of the values; it must not keep the array. */
  public static <T> T read(NDArray array, Function<NDArray, T> reading) {
    if (!array.getDevice().isGpu()) {
      return reading.apply(array);
    }
    try (NDArray copy = array.toDevice(Device.cpu(), false)) {
      return reading.apply(copy);
    }
  }
}
