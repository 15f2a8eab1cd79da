package io.mien.drawn.paint;

/**
 * SplitMix64 with named streams. Written out here, and with {@link StrictMath} only, so that a seed
 * means the same on every JDK; a stream of its own for each decision means that a new decision does
 * not move the old ones. Not thread-safe.
 */
public final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  public static Dice of(long seed, String stream) {
    return new Dice(seed(seed, stream.hashCode()));
  }

  /** A seed derived from another: distinct indices give unrelated seeds. */
  public static long seed(long parent, long index) {
    return scramble(scramble(parent + GOLDEN) ^ (index * GOLDEN));
  }

  public long next() {
    state += GOLDEN;
    return scramble(state);
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** Uniform between the two. */
  public double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** Uniform in 0 … bound-1. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** Normal with mean 0 (Box-Muller), cut off at three deviations. */
  public double gaussian(double deviation) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    double value = radius * StrictMath.cos(2 * Math.PI * unit());
    return deviation * Math.max(-3, Math.min(3, value));
  }

  public int pick(int[] choices) {
    return choices[below(choices.length)];
  }

  @SafeVarargs
  public final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  private static long scramble(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
