package io.mien.networks.winograd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Two arrays that scripts resize to what they need. Memory that has been theirs once stays theirs:
 * large arrays that come and go cost more in page faults than what is computed in them.
 */
public record Scratch(NDArray first, NDArray second) {
  /** Empty; belongs to the manager. */
  public static Scratch create(NDManager manager) {
    return new Scratch(manager.zeros(new Shape(1)), manager.zeros(new Shape(1)));
  }
}
