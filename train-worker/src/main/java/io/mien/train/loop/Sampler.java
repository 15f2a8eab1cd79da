package io.mien.train.loop;

import io.mien.networks.image.RgbImage;
import java.util.Optional;

/** Draws what a network can do by now. */
@FunctionalInterface
public interface Sampler {

  /** For networks that draw nothing. */
  Sampler NONE = Optional::empty;

  Optional<RgbImage> sample();
}
