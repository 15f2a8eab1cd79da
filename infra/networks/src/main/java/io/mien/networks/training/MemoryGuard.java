package io.mien.networks.training;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import io.mien.networks.device.DeviceMemory;
import io.mien.networks.device.FailedAllocation;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Turns a lack of memory, of the engine's or of the JVM's, into what was tried and what fits. */
record MemoryGuard(StepMemory need, Device device) {

  private static final double KIB = 1024;

  /** Makes what the training keeps. */
  <T> T starting(Supplier<T> work) {
    return guarded(work, need.fixedBytes());
  }

  /** Takes a step with it. */
  <T> T stepping(Supplier<T> work) {
    return guarded(work, 0);
  }

  private <T> T guarded(Supplier<T> work, long missing) {
    try {
      return work.get();
    } catch (EngineException e) {
      FailedAllocation failed = FailedAllocation.in(e).orElseThrow(() -> e);
      String asked = failed.bytes() == 0 ? "" : " of " + size(failed.bytes());
      String failure = "an allocation" + asked + " failed";
      throw new MemoryExhausted(said(failure, missing, need::advice), e);
    } catch (OutOfMemoryError e) {
      String failure = "the JVM (heap of %s) says: %s".formatted(size(heap()), e.getMessage());
      JvmMemory lacking = JvmMemory.of(e);
      throw new MemoryExhausted(
          said(failure, missing, room -> lacking.advice(need.advice(room))), e);
    }
  }

  private String said(String failure, long missing, LongFunction<String> advice) {
    long held = need.fixedBytes() - missing;
    long room = DeviceMemory.room(device, held);
    StepBatch batch = need.batch();
    return "Train %s on %s with a batch of %d images of %d pixels%s: %s. Networks and optimisers take about %s, each image %s in a step; %s are free. %s"
        .formatted(
            need.network(),
            device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu",
            batch.size(),
            need.imageSize(),
            batch.parts() == 1 ? "" : " in %d micro-batches".formatted(batch.parts()),
            failure,
            size(need.fixedBytes()),
            size(need.bytesPerImage()),
            size(room),
            advice.apply(room - missing));
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }

  private static String size(long bytes) {
    double kib = bytes / KIB;
    double mib = kib / KIB;
    if (mib < 1) {
      return String.format(Locale.ROOT, "%.1f KiB", kib);
    }
    return mib < KIB
        ? String.format(Locale.ROOT, "%.0f MiB", mib)
        : String.format(Locale.ROOT, "%.1f GiB", mib / KIB);
  }
}
