package io.mien.networks.device;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * Values of an array on whatever device, copied to the JVM. DJL brings those of CUDA to the
 * processor's memory by itself, but leaves what it copied to the array's manager, which may live as
 * long as a training.
 */
public final class HostCopy {
  private HostCopy() {}

  /** The bytes, in the machine's order. */
  public static ByteBuffer bytes(NDArray array) {
    return read(array, here -> here.toByteBuffer(false));
  }

  /** The numbers of an array of float32. */
  public static float[] floats(NDArray array) {
    return read(array, NDArray::toFloatArray);
  }

  private static <T> T read(NDArray array, Function<NDArray, T> reading) {
    if (!array.getDevice().isGpu()) {
      return reading.apply(array);
    }
    try (NDArray here = array.toDevice(Device.cpu(), false)) {
      return reading.apply(here);
    }
  }
}
