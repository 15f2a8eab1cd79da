package io.mien.networks.parameter;

/**
 * The size of a network, counted in numbers and not in bytes. An estimate for telling people what
 * fits: label tables, biases and normalisations are left out.
 *
 * @param weights that are learned
 * @param kept values of feature maps that a forward pass keeps for the backward pass, per image
 */
public record Footprint(long weights, long kept) {

  /** Both networks' sizes. */
  public Footprint plus(Footprint other) {
    return new Footprint(weights + other.weights, kept + other.kept);
  }

  /** The same weights, with what so many forward passes keep. */
  public Footprint passes(int count) {
    return new Footprint(weights, count * kept);
  }
}
