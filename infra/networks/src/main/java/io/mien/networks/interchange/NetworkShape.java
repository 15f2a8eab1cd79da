package io.mien.networks.interchange;

import io.mien.networks.interchange.tensor.TensorGroup;

/** What kind of network a group of tensors is, by the names of its weights. */
enum NetworkShape {
  STARGAN_GENERATOR("a StarGAN generator", "main.0.weight"),
  STARGAN_CRITIC("a StarGAN discriminator", "main.0.weight"),
  RESNET("a torchvision ResNet", "fc.weight");

  private final String title;
  private final String anchor;

  NetworkShape(String title, String anchor) {
    this.title = title;
    this.anchor = anchor;
  }

  String title() {
    return title;
  }

  /** A weight that every such network has; what stands before it in a file is a prefix. */
  String anchor() {
    return anchor;
  }

  boolean fits(TensorGroup group) {
    return switch (this) {
      case STARGAN_GENERATOR ->
          group.dimensions("main.0.weight") == 4
              && group.dimensions("main.6.weight") == 4
              && group.has("main.1.weight")
              && !group.has("main.0.bias");
      case STARGAN_CRITIC ->
          group.has("main.0.bias") && group.has("conv1.weight") && group.has("conv2.weight");
      case RESNET -> group.has("conv1.weight") && group.has("bn1.weight") && group.has("fc.weight");
    };
  }
}
