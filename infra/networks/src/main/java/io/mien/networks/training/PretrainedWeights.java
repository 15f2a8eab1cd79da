package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.layer.Overwrite;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.ResNet;

/**
 * Puts weights of a file under torchvision's names into a network. Everything must be there and
 * have the network's shape, but the classifying layer {@code fc}: made for another number of
 * classes, it is left as the network has it. {@code num_batches_tracked} is not used.
 */
final class PretrainedWeights {
  private static final String LAST = "fc.";

  private final ResNet network;
  private final Safetensors file;

  PretrainedWeights(ResNet network, Safetensors file) {
    this.network = network;
    this.file = file;
  }

  /**
   * Overwrites the network's arrays.
   *
   * @throws InvalidCheckpoint before the first is overwritten, when one does not fit
   */
  void load() {
    network.weights().asMap().forEach(this::requireFits);
    network.buffers().asMap().forEach(this::requireFits);
    copy(network.weights());
    copy(network.buffers());
  }

  private void requireFits(String name, NDArray array) {
    Shape needed = array.getShape();
    if (!file.names().contains(name)) {
      throw new InvalidCheckpoint(
          "The pretrained weights have no '%s': they are not of a ResNet-%d in torchvision's layout."
              .formatted(name, network.spec().depth()));
    }
    Shape found = file.shape(name);
    if (!found.equals(needed) && !otherClasses(name, found, needed)) {
      throw new InvalidCheckpoint(
          "The pretrained weights have '%s' with shape %s, %s needs %s: train with the depth, width and stem of the weights (torchvision's have width 64 and stem 'imagenet'), or without them."
              .formatted(name, found, network.spec(), needed));
    }
  }

  private static boolean otherClasses(String name, Shape found, Shape needed) {
    return name.startsWith(LAST)
        && found.dimension() == needed.dimension()
        && found.slice(1).equals(needed.slice(1));
  }

  private void copy(Parameters into) {
    boolean sameClasses = file.shape("fc.bias").equals(network.weights().get("fc.bias").getShape());
    try (NDManager scope = into.manager().newSubManager()) {
      into.asMap()
          .forEach(
              (name, array) -> {
                if (sameClasses || !name.startsWith(LAST)) {
                  Overwrite.with(array, file.array(name, scope));
                }
              });
    }
  }
}
