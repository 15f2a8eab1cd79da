package io.mien.networks.device;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the configured device name ({@code auto}, {@code cpu}, {@code cuda:0}) into a device. */
public final class DeviceChoice {
  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,2}))?");

  private DeviceChoice() {}

  /**
   * Resolves a device name on this machine.
   *
   * @throws IllegalArgumentException when the name is unknown or the device is absent
   */
  public static Device resolve(String name) {
    Engine engine = TorchRuntime.start();
    return resolve(name, engine.getGpuCount(), engine.hasCapability("CUDA"));
  }

  /**
   * Name of the device that {@code name} means on this machine: {@code cpu} or {@code cuda:0}.
   *
   * @throws IllegalArgumentException when the name is unknown or the device is absent
   */
  public static String resolvedName(String name) {
    return nameOf(resolve(name));
  }

  static String nameOf(Device device) {
    return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
  }

  /**
   * @param gpus that DJL counts, by the CUDA runtime's library
   * @param usable whether libtorch has CUDA and sees a device
   */
  static Device resolve(String name, int gpus, boolean usable) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    Matcher cuda = CUDA.matcher(wanted);
    boolean auto = wanted.equals("auto");
    if (wanted.equals("cpu") || auto && !usable) {
      return Device.cpu();
    }
    if (!auto && !cuda.matches()) {
      throw new IllegalArgumentException(
          "Unknown device '" + name + "': use auto, cpu or cuda:<number>.");
    }
    if (usable && gpus == 0) {
      throw new IllegalArgumentException(
          "Device '"
              + name
              + "' was asked for and libtorch sees a CUDA device, but DJL, which asks libcudart.so about it,"
              + " finds none of that name that fits the driver: name the folder of one that does, as in"
              + " JAVA_TOOL_OPTIONS=-Djna.library.path=/usr/local/cuda/lib64, or use cpu.");
    }
    int index = auto || cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
    int known = usable ? gpus : 0;
    if (index >= known) {
      throw new IllegalArgumentException(
          "Device '%s' was asked for, but the engine sees %d CUDA device(s): use auto or cpu, or set"
                  .formatted(name, known)
              + " PYTORCH_LIBRARY_PATH to a libtorch with CUDA and check the driver.");
    }
    return Device.gpu(index);
  }
}
