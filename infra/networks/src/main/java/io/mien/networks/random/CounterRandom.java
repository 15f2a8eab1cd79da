package io.mien.networks.random;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that depend on (seed, stream, step) alone, so that no generator state has to be
 * saved: resuming at a step draws what that step would have drawn. SplitMix64 (Steele, Lea, Flood:
 * Fast Splittable Pseudorandom Number Generators, 2014) over a key mixed from the three.
 */
public final class CounterRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private CounterRandom(long state) {
    this.state = state;
  }

  /** A fresh sequence for one step of one named stream. */
  public static CounterRandom of(long seed, String stream, long step) {
    long key = mix(seed + GOLDEN_GAMMA);
    for (byte b : stream.getBytes(StandardCharsets.UTF_8)) {
      key = mix(key ^ (b & 0xFFL)) + GOLDEN_GAMMA;
    }
    return new CounterRandom(mix(key ^ mix(step + GOLDEN_GAMMA)));
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1) on a grid of 2^-24. */
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  /** Uniform in [0, 1) on a grid of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Standard normal (Box-Muller). */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }

  /** Uniform in [0, bound). */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("Bound must be positive, not " + bound + ".");
    }
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** A uniformly random order of 0 … size-1 (Fisher-Yates). */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
