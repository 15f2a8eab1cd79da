package io.mien.synth.image.watermark;

import java.util.Arrays;

/**
 * Four bits for one, each a parity of the last seven: the mother code of digital radio (ETSI EN 300
 * 401, section 11.1), ended with six zeros and decoded by Viterbi's algorithm.
 */
final class ConvolutionalCode {

  private static final int[] PARITIES = {0133, 0171, 0145, 0133};
  private static final int MEMORY = 6;
  private static final int STATES = 1 << MEMORY;
  private static final int STEPS = WatermarkPayload.BITS + MEMORY;

  /** Bits of a coded message. */
  static final int LENGTH = PARITIES.length * STEPS;

  private ConvolutionalCode() {}

  /** The coded bits, each 1 or, for a zero, -1. */
  static int[] encode(long message) {
    int[] coded = new int[LENGTH];
    int register = 0;
    for (int step = 0; step < STEPS; step++) {
      int bit = step < WatermarkPayload.BITS ? (int) ((message >>> step) & 1) : 0;
      register = (register >> 1) | (bit << MEMORY);
      for (int i = 0; i < PARITIES.length; i++) {
        coded[step * PARITIES.length + i] = sign(register & PARITIES[i]);
      }
    }
    return coded;
  }

  /**
   * The likeliest message.
   *
   * @param received coded bits as numbers: the surer, the farther from zero; zero where nothing is
   *     known
   */
  static long decode(double[] received) {
    double[] score = new double[STATES];
    Arrays.fill(score, Double.NEGATIVE_INFINITY);
    score[0] = 0;
    int[][] before = new int[STEPS][STATES];
    for (int step = 0; step < STEPS; step++) {
      score = step(score, received, step, before[step]);
    }
    long message = 0;
    int state = 0;
    for (int step = STEPS - 1; step >= 0; step--) {
      if (step < WatermarkPayload.BITS) {
        message |= (long) (state >> (MEMORY - 1)) << step;
      }
      state = before[step][state];
    }
    return message;
  }

  private static double[] step(double[] score, double[] received, int step, int[] before) {
    double[] next = new double[STATES];
    Arrays.fill(next, Double.NEGATIVE_INFINITY);
    int bits = step < WatermarkPayload.BITS ? 2 : 1;
    for (int register = 0; register < bits * STATES; register++) {
      int from = register & (STATES - 1);
      double sum = score[from];
      for (int i = 0; i < PARITIES.length; i++) {
        sum += sign(register & PARITIES[i]) * received[step * PARITIES.length + i];
      }
      if (sum > next[register >> 1]) {
        next[register >> 1] = sum;
        before[register >> 1] = from;
      }
    }
    return next;
  }

  private static int sign(int bits) {
    return (Integer.bitCount(bits) & 1) == 1 ? 1 : -1;
  }
}
