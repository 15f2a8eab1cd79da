package io.mien.store.dataset;

import java.util.Arrays;

/**
 * Finds earlier hashes that differ from a new one in few bits, without comparing it with all of
 * them. Multi-index hashing (Norouzi, Punjani and Fleet, CVPR 2012): the 64 bits are four bands of
 * 16; of two hashes that differ in at most seven bits, one band differs in at most one. So 4 x 17
 * lists of a 65,536th each are looked at, instead of everything. Not thread-safe.
 */
public final class PerceptualHashIndex {

  /**
   * Most bits in which crops that look nearly the same differ. At 4 none of 32,385 pairs of
   * different photographs is one, and 112 of 975,100 pairs of different drawn people are; crops
   * that were encoded again, blurred or resized differ in 0 to 4 (infra/docs/benchmarks.md).
   */
  public static final int DISTANCE = 4;

  private static final int BANDS = 4;
  private static final int BAND_BITS = 16;
  private static final int BAND_MASK = (1 << BAND_BITS) - 1;
  private static final int NONE = -1;

  private final int[][] newest = new int[BANDS][1 << BAND_BITS];
  private int[][] before = new int[BANDS][1024];
  private long[] hashes = new long[1024];
  private int size;

  public PerceptualHashIndex() {
    for (int[] band : newest) {
      Arrays.fill(band, NONE);
    }
  }

  /** Takes what is near. */
  @FunctionalInterface
  public interface Near {

    /**
     * @param number of the earlier hash, counted from 0 in the order in which they were added
     * @param distance bits that differ, at most {@link #DISTANCE}
     */
    void accept(int number, int distance);
  }

  /** Adds a hash, whose number is the count of those before. */
  public void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      for (int band = 0; band < BANDS; band++) {
        before[band] = Arrays.copyOf(before[band], size * 2);
      }
    }
    hashes[size] = hash;
    for (int band = 0; band < BANDS; band++) {
      int bits = bits(hash, band);
      before[band][size] = newest[band][bits];
      newest[band][bits] = size;
    }
    size++;
  }

  /** Every hash that was added and is near, once each, in no order. */
  public void forEachNear(long hash, Near near) {
    for (int band = 0; band < BANDS; band++) {
      int bits = bits(hash, band);
      visit(hash, band, bits, near);
      for (int flipped = 0; flipped < BAND_BITS; flipped++) {
        visit(hash, band, bits ^ (1 << flipped), near);
      }
    }
  }

  private void visit(long hash, int band, int bits, Near near) {
    for (int number = newest[band][bits]; number != NONE; number = before[band][number]) {
      int distance = Long.bitCount(hash ^ hashes[number]);
      if (distance <= DISTANCE && isFirstBand(hash ^ hashes[number], band)) {
        near.accept(number, distance);
      }
    }
  }

  /** Whether no earlier band has led to the same hash. */
  private static boolean isFirstBand(long difference, int band) {
    for (int earlier = 0; earlier < band; earlier++) {
      if (Integer.bitCount(bits(difference, earlier)) <= 1) {
        return false;
      }
    }
    return true;
  }

  private static int bits(long hash, int band) {
    return (int) (hash >>> (band * BAND_BITS)) & BAND_MASK;
  }
}
