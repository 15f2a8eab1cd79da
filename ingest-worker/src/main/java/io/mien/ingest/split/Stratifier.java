package io.mien.ingest.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Shares subjects out. They go, in an order that the seed shuffles and those with most crops first,
 * to the part that lacks their labels most; parts stay within their quota of subjects. Depends on
 * the members, the quotas, the seed and what an earlier version gave alone, not on the order of the
 * members.
 *
 * @param <P> what a subject is given to
 */
final class Stratifier<P extends Comparable<P>> {

  private final Map<String, Map<String, Integer>> labels = new TreeMap<>();
  private final Map<String, Integer> totals = new HashMap<>();
  private final Map<P, Map<String, Integer>> given = new TreeMap<>();
  private final Map<P, Integer> free;
  private final Map<P, Double> shares = new TreeMap<>();

  /**
   * @param quotas number of subjects of every part; together all of them
   */
  Stratifier(Collection<Member> members, Map<P, Integer> quotas) {
    for (Member member : members) {
      labels
          .computeIfAbsent(member.subject(), subject -> new TreeMap<>())
          .merge(member.label(), 1, Integer::sum);
      totals.merge(member.label(), 1, Integer::sum);
    }
    this.free = new TreeMap<>(quotas);
    quotas.forEach(
        (part, quota) -> {
          given.put(part, new HashMap<>());
          shares.put(part, (double) quota / Math.max(1, labels.size()));
        });
  }

  /**
   * The part of every subject.
   *
   * @param kept parts of subjects that stay where they are
   */
  Map<String, P> assign(long seed, Map<String, P> kept) {
    Map<String, P> parts = new TreeMap<>(kept);
    parts.keySet().retainAll(labels.keySet());
    parts.forEach(this::give);
    List<String> order = new ArrayList<>(labels.keySet());
    Collections.shuffle(order, new Random(seed));
    order.sort(Comparator.comparingInt((String subject) -> cropsOf(subject)).reversed());
    for (String subject : order) {
      if (!parts.containsKey(subject)) {
        P part = neediest(labels.getOrDefault(subject, Map.of()));
        parts.put(subject, part);
        give(subject, part);
      }
    }
    return parts;
  }

  private void give(String subject, P part) {
    free.merge(part, -1, Integer::sum);
    labels
        .getOrDefault(subject, Map.of())
        .forEach((label, count) -> givenTo(part).merge(label, count, Integer::sum));
  }

  private P neediest(Map<String, Integer> counts) {
    return free.entrySet().stream()
        .filter(part -> part.getValue() > 0)
        .map(Map.Entry::getKey)
        // Of equals the first, as a stream's maximum would be the last
        .reduce((one, other) -> need(other, counts) > need(one, counts) ? other : one)
        .orElseThrow(() -> new IllegalStateException("Quotas of fewer subjects than there are."));
  }

  /** How much of its due share of these labels a part still lacks, 1 when it has none of them. */
  private double need(P part, Map<String, Integer> counts) {
    double need = 0;
    int crops = 0;
    for (Map.Entry<String, Integer> label : counts.entrySet()) {
      double due = totals.getOrDefault(label.getKey(), 0) * shares.getOrDefault(part, 0.0);
      int has = givenTo(part).getOrDefault(label.getKey(), 0);
      need += label.getValue() * (due - has) / due;
      crops += label.getValue();
    }
    return need / crops;
  }

  private int cropsOf(String subject) {
    return labels.getOrDefault(subject, Map.of()).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private Map<String, Integer> givenTo(P part) {
    return given.computeIfAbsent(part, each -> new HashMap<>());
  }
}
