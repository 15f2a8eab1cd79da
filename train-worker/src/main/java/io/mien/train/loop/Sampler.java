package io.mien.train.loop;

/** Draws and publishes what a network can do by now. */
@FunctionalInterface
public interface Sampler {

  /** For networks that draw nothing. */
  Sampler NONE = iteration -> {};

  void sample(long iteration);
}
