package io.mien.networks.inference;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.TorchRuntime;
import java.util.function.Function;

/** Makes networks that own a manager; of one that cannot be made nothing native is left. */
final class OwnedArrays {
  private OwnedArrays() {}

  static <T> T open(Device device, Function<NDManager, T> make) {
    NDManager manager = TorchRuntime.start().newBaseManager(device);
    try {
      return make.apply(manager);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }
}
