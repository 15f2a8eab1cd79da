package io.mien.synth.image.watermark;

import java.util.Random;

/**
 * Where the coded bits lie: one in each 8 x 8 block of a picture of 128 x 128 brightnesses, as
 * which side of a step the block's share of a pattern falls on. Patterns and the steps' places are
 * drawn once and for ever, since reader and writer must agree.
 */
final class WatermarkGrid {

  /** Side of the square that every picture is stretched to. */
  static final int SIDE = 128;

  static final int BLOCK = 8;

  private static final int ACROSS = SIDE / BLOCK;

  /**
   * Brightness times the pattern's length: what a block's share is rounded to for a bit. 40 leaves
   * 45 dB, and JPEG at quality 50 readable; infra/docs/marking.md has the measures.
   */
  static final double STEP = 32;

  /**
   * Frequencies that survive halving and every usual quantisation table of JPEG, without the
   * lowest, at which faces themselves are strongest.
   */
  private static final int[][] FREQUENCIES = {{1, 1}, {0, 2}, {2, 0}, {1, 2}, {2, 1}};

  private static final long SEED = 0x6D69656E;

  private final float[][] patterns = new float[ACROSS * ACROSS][];
  private final double[] offsets = new double[ACROSS * ACROSS];

  WatermarkGrid() {
    Random random = new Random(SEED);
    for (int block = 0; block < patterns.length; block++) {
      patterns[block] = pattern(random);
      offsets[block] = STEP * random.nextDouble();
    }
  }

  /** The block that holds a coded bit: neighbours in the code lie apart in the picture. */
  static int block(int bit) {
    return (bit * 101 + 37) % (ACROSS * ACROSS);
  }

  static int left(int block) {
    return block % ACROSS * BLOCK;
  }

  static int top(int block) {
    return block / ACROSS * BLOCK;
  }

  /** Unit vector, row by row. */
  float[] pattern(int block) {
    return patterns[block];
  }

  /** How far the shares that mean "zero" lie from multiples of {@link #STEP}. */
  double offset(int block) {
    return offsets[block];
  }

  /**
   * What a block has of its pattern.
   *
   * @param x of the block's corner in the plane
   * @param y likewise
   */
  double share(Plane plane, int block, int x, int y) {
    double sum = 0;
    for (int i = 0; i < BLOCK * BLOCK; i++) {
      sum += patterns[block][i] * plane.at(x + i % BLOCK, y + i / BLOCK);
    }
    return sum;
  }

  private static float[] pattern(Random random) {
    float[] pattern = new float[BLOCK * BLOCK];
    for (int[] frequency : FREQUENCIES) {
      double sign = (random.nextBoolean() ? 1 : -1) / Math.sqrt(FREQUENCIES.length);
      for (int i = 0; i < pattern.length; i++) {
        pattern[i] +=
            (float) (sign * wave(frequency[0], i % BLOCK) * wave(frequency[1], i / BLOCK));
      }
    }
    return pattern;
  }

  /** The orthonormal cosine transform's basis. */
  private static double wave(int frequency, int place) {
    double length = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / BLOCK);
    return length * Math.cos((2 * place + 1) * frequency * Math.PI / (2 * BLOCK));
  }
}
