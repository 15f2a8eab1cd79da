package io.mien.networks.device;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** Memory of this process and of the device that computes, in bytes. */
public final class DeviceMemory {

  private DeviceMemory() {}

  /** What this process holds of the machine's memory; empty where the system does not tell. */
  public static OptionalLong resident() {
    return ProcessMemory.resident();
  }

  /** What is taken of a CUDA device, by whomever; empty for the processor. */
  public static OptionalLong taken(Device device) {
    return device.isGpu()
        ? OptionalLong.of(CudaUtils.getGpuMemory(device).getUsed())
        : OptionalLong.empty();
  }

  /**
   * What this process could have in addition: on the processor the least that machine, container
   * (the JVM reads its limit) and {@code ulimit -v} leave. On CUDA the whole device but for {@code
   * held}, because the engine keeps freed memory for its next arrays, which the driver counts as
   * taken.
   *
   * @param held what the process keeps on the device
   */
  public static long room(Device device, long held) {
    if (device.isGpu()) {
      return Math.max(0, CudaUtils.getGpuMemory(device).getMax() - held);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    long room = Math.max(0, total - resident().orElse(total - system.getFreeMemorySize()));
    room = Math.min(room, ProcessMemory.available().orElse(room));
    return Math.min(room, ProcessMemory.addressable().orElse(room));
  }
}
