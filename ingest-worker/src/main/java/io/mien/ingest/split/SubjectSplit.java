package io.mien.ingest.split;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Gives every subject to one part. Subjects go, in an order that the seed shuffles and those with
 * most crops first, to the part that lacks their labels most; parts stay within their quota of
 * subjects. Depends on the members, the policy and the parts of an earlier version alone, not on
 * the order of the members.
 */
public final class SubjectSplit {

  private final Map<String, Map<String, Integer>> labels = new TreeMap<>();
  private final Map<String, Integer> totals = new HashMap<>();
  private final Map<Split, Map<String, Integer>> given = new EnumMap<>(Split.class);
  private final Map<Split, Integer> free;
  private final Map<Split, Double> shares = new EnumMap<>(Split.class);

  private SubjectSplit(List<Member> members, SplitPolicy policy) {
    for (Member member : members) {
      labels
          .computeIfAbsent(member.subject(), subject -> new TreeMap<>())
          .merge(member.label(), 1, Integer::sum);
      totals.merge(member.label(), 1, Integer::sum);
    }
    this.free = Quotas.of(labels.size(), policy);
    for (Split split : Split.values()) {
      given.put(split, new HashMap<>());
      shares.put(split, (double) quota(split) / Math.max(1, labels.size()));
    }
  }

  /** The part of every subject. */
  public static Map<String, Split> of(List<Member> members, SplitPolicy policy) {
    return of(members, policy, Map.of());
  }

  /**
   * The part of every subject of a dataset that has grown.
   *
   * @param kept parts of subjects that stay where they are: networks have been trained on some, and
   *     are to be judged on others
   */
  public static Map<String, Split> of(
      List<Member> members, SplitPolicy policy, Map<String, Split> kept) {
    return new SubjectSplit(members, policy).assign(policy.seed(), kept);
  }

  private Map<String, Split> assign(long seed, Map<String, Split> kept) {
    Map<String, Split> parts = new TreeMap<>(kept);
    parts.keySet().retainAll(labels.keySet());
    parts.forEach(this::give);
    List<String> order = new ArrayList<>(labels.keySet());
    Collections.shuffle(order, new Random(seed));
    order.sort(Comparator.comparingInt((String subject) -> cropsOf(subject)).reversed());
    for (String subject : order) {
      if (!parts.containsKey(subject)) {
        Split part = neediest(labels.getOrDefault(subject, Map.of()));
        parts.put(subject, part);
        give(subject, part);
      }
    }
    return parts;
  }

  private void give(String subject, Split part) {
    free.merge(part, -1, Integer::sum);
    labels
        .getOrDefault(subject, Map.of())
        .forEach((label, count) -> givenTo(part).merge(label, count, Integer::sum));
  }

  private Split neediest(Map<String, Integer> counts) {
    Split best = Split.TRAIN;
    double most = Double.NEGATIVE_INFINITY;
    for (Split split : Split.values()) {
      double need = quota(split) > 0 ? need(split, counts) : Double.NEGATIVE_INFINITY;
      if (need > most) {
        best = split;
        most = need;
      }
    }
    return best;
  }

  /** How much of its due share of these labels a part still lacks, 1 when it has none of them. */
  private double need(Split split, Map<String, Integer> counts) {
    double need = 0;
    int crops = 0;
    for (Map.Entry<String, Integer> label : counts.entrySet()) {
      double due = totals.getOrDefault(label.getKey(), 0) * shares.getOrDefault(split, 0.0);
      int has = givenTo(split).getOrDefault(label.getKey(), 0);
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

  private int quota(Split split) {
    return free.getOrDefault(split, 0);
  }

  private Map<String, Integer> givenTo(Split split) {
    return given.computeIfAbsent(split, part -> new HashMap<>());
  }
}
