package io.mien.networks.device;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** What arrays take of a device's memory. */
public final class ArrayMemory {
  private ArrayMemory() {}

  /**
   * Bytes of the arrays that a manager and those below it own, now. A view counts like an array of
   * its own, so it is the most that they can take.
   */
  public static long bytes(NDManager manager) {
    return manager.getManagedArrays().stream().mapToLong(ArrayMemory::bytes).sum();
  }

  /** Of libtorch's own shape: scripts resize arrays, which DJL does not hear of. */
  private static long bytes(NDArray array) {
    return JniUtils.getShape((PtNDArray) array).size() * array.getDataType().getNumOfBytes();
  }
}
