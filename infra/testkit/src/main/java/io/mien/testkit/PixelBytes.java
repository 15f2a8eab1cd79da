package io.mien.testkit;

/** Compares pictures whose bytes are levels from 0 to 255. */
public final class PixelBytes {

  private PixelBytes() {}

  /** The largest difference of two levels at one place. */
  public static int greatestDifference(byte[] one, byte[] other) {
    if (one.length != other.length) {
      throw new AssertionError(
          "Compare pictures of one size, not of %d and %d bytes."
              .formatted(one.length, other.length));
    }
    int greatest = 0;
    for (int i = 0; i < one.length; i++) {
      greatest = Math.max(greatest, Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)));
    }
    return greatest;
  }
}
