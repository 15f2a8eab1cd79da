package io.mien.networks.stargan;

import java.util.Arrays;

/** Rows of a batch in pieces that differ in size by at most one, the larger ones last. */
record Pieces(int rows, int count) {
  /**
   * As few pieces of at most {@code most} rows as keep every lane busy.
   *
   * @param rows at least 1
   */
  static Pieces of(int rows, int most, int lanes) {
    int needed = -Math.floorDiv(-rows, most);
    int rounds = -Math.floorDiv(-needed, lanes);
    return new Pieces(rows, Math.min(rows, rounds * lanes));
  }

  /** First row of a piece. */
  int start(int piece) {
    return (int) ((long) rows * piece / count);
  }

  /** The row after its last one. */
  int end(int piece) {
    return start(piece + 1);
  }

  /** The part of an array, with one number a row, that belongs to a piece. */
  int[] part(int piece, int[] all) {
    return Arrays.copyOfRange(all, start(piece), end(piece));
  }
}
