package io.mien.ingest.split;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives every picture to one part, at random and whoever it shows: the split behind many published
 * accuracies. It leaks people; what it is for is the comparison with those. Depends on the pictures
 * and the policy alone, not on the order of the pictures.
 */
public final class ImageSplit {

  private ImageSplit() {}

  /**
   * The part of every picture, in exactly the numbers that the policy's shares give.
   *
   * @param pictures names that differ
   */
  public static Map<String, Split> of(Collection<String> pictures, SplitPolicy policy) {
    List<String> order = new ArrayList<>(new TreeSet<>(pictures));
    Map<Split, Integer> quotas = Quotas.of(order.size(), policy);
    Collections.shuffle(order, new Random(policy.seed()));
    Map<String, Split> parts = new TreeMap<>();
    int next = 0;
    for (Split split : Split.values()) {
      int end = next + quotas.getOrDefault(split, 0);
      order.subList(next, end).forEach(picture -> parts.put(picture, split));
      next = end;
    }
    return parts;
  }
}
