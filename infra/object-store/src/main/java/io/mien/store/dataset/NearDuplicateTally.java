package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.NearDuplicates;
import io.mien.contracts.dataset.Split;
import java.util.ArrayList;
import java.util.List;

/** Counts pairs of crops that look nearly the same. */
final class NearDuplicateTally {

  private static final int NAMED = 20;

  private final PerceptualHashIndex index = new PerceptualHashIndex();
  private final List<Seen> seen = new ArrayList<>();
  private final List<NearDuplicates.Pair> leaks = new ArrayList<>();
  private long pairs;
  private long acrossSubjects;
  private long acrossParts;

  private record Seen(String source, String subject, Split split) {}

  /** A crop without a hash is like none. */
  void count(CropRecord crop) {
    String hash = crop.quality().perceptualHash();
    if (hash == null) {
      return;
    }
    long bits = Long.parseUnsignedLong(hash, 16);
    Seen one = new Seen(crop.source(), crop.subject(), crop.split());
    index.forEachNear(bits, (number, distance) -> pair(seen.get(number), one, distance));
    index.add(bits);
    seen.add(one);
  }

  private void pair(Seen first, Seen second, int distance) {
    pairs++;
    if (first.subject().equals(second.subject())) {
      return;
    }
    acrossSubjects++;
    if (first.split() != second.split()) {
      acrossParts++;
      if (leaks.size() < NAMED) {
        leaks.add(new NearDuplicates.Pair(first.source(), second.source(), distance));
      }
    }
  }

  NearDuplicates result() {
    return new NearDuplicates(
        PerceptualHashIndex.DISTANCE, pairs, acrossSubjects, acrossParts, leaks);
  }
}
