package io.mien.networks.verification;

/**
 * Two pictures.
 *
 * @param likeness the larger, the more alike they are; finite
 * @param one index of the person on the first
 * @param other index of the person on the second
 */
public record FacePair(double likeness, int one, int other) {
  public FacePair {
    if (!Double.isFinite(likeness)) {
      throw new IllegalArgumentException("The likeness of two faces is " + likeness + ".");
    }
  }
}
