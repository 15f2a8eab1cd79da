package io.mien.networks.interchange.pytorch;

/** A function that a pickle may call. Our own code, never Python's. */
@FunctionalInterface
interface Rebuild {
  /**
   * Carries the call out.
   *
   * @throws IllegalArgumentException when the arguments do not fit
   */
  Object call(Arguments arguments);
}
