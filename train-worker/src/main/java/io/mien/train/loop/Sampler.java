package io.mien.train.loop;

import java.util.Optional;

/** Draws what a network can do by now. */
@FunctionalInterface
public interface Sampler {

  /** For networks that draw nothing. */
  Sampler NONE = Optional::empty;

  Optional<SampleGrid> sample();
}
