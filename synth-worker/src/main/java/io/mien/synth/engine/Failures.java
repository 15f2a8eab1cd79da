package io.mien.synth.engine;

import io.mien.contracts.failure.ResourceExhausted;
import io.mien.networks.device.FailedAllocation;
import java.util.concurrent.ExecutionException;

/** What failures of the device mean to those who asked. */
final class Failures {

  private Failures() {}

  /** Whether the device or the JVM lacks memory, so that less at once may do. */
  static boolean isLackOfMemory(Throwable failure) {
    return failure instanceof OutOfMemoryError || FailedAllocation.in(failure).isPresent();
  }

  /** The failure as it is told: a lack of memory is nobody's fault and may pass. */
  static Throwable told(Throwable failure, String attempted) {
    return isLackOfMemory(failure)
        ? new ResourceExhausted("device-memory", attempted + ": " + failure.getMessage(), failure)
        : failure;
  }

  /** What another thread threw, to be thrown in this one. */
  static RuntimeException rethrown(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
