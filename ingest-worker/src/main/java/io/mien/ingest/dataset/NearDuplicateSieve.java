package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import io.mien.store.dataset.PerceptualHashIndex;
import java.util.ArrayList;
import java.util.List;

/** Lets the first of crops that look nearly the same through, in the order of their sources. */
final class NearDuplicateSieve {

  private NearDuplicateSieve() {}

  /**
   * @param rejections takes the others
   */
  static List<FoundCrop> sift(List<FoundCrop> crops, List<Rejection> rejections) {
    PerceptualHashIndex index = new PerceptualHashIndex();
    List<FoundCrop> indexed = new ArrayList<>();
    List<FoundCrop> kept = new ArrayList<>();
    for (FoundCrop crop : crops) {
      String hash = crop.perceptualHash();
      if (hash == null) {
        kept.add(crop);
        continue;
      }
      long bits = Long.parseUnsignedLong(hash, 16);
      Nearest nearest = new Nearest();
      index.forEachNear(bits, nearest);
      if (nearest.isThere()) {
        rejections.add(nearDuplicate(crop, indexed.get(nearest.number), nearest.distance));
      } else {
        index.add(bits);
        indexed.add(crop);
        kept.add(crop);
      }
    }
    return List.copyOf(kept);
  }

  private static Rejection nearDuplicate(FoundCrop crop, FoundCrop same, int bits) {
    String detail =
        "looks nearly the same as %s (%d of 64 bits differ; '%s' there, '%s' here)"
            .formatted(same.source(), bits, same.word(), crop.word());
    return new Rejection(crop.source(), Rejection.Code.NEAR_DUPLICATE, detail);
  }

  /** The nearest, and of several the first. */
  private static final class Nearest implements PerceptualHashIndex.Near {

    private int number = -1;
    private int distance = Long.SIZE;

    boolean isThere() {
      return number >= 0;
    }

    @Override
    public void accept(int candidate, int bits) {
      if (bits < distance || bits == distance && candidate < number) {
        number = candidate;
        distance = bits;
      }
    }
  }
}
