package io.mien.ingest.dataset;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes at most so many pictures of each class and source, people in turns, so that no class and no
 * source outweighs the others. Depends on the pictures and the seed alone, not on their order.
 */
final class ClassQuota {

  private final int most;
  private final long seed;

  ClassQuota(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** The quota that was asked for, or one that takes everything. */
  static ClassQuota of(LayoutOptions options, long seed) {
    return new ClassQuota(
        Objects.requireNonNullElse(options.mostPerClass(), Integer.MAX_VALUE), seed);
  }

  /**
   * What of these is not taken, by the crop's key.
   *
   * @param crops each of another key
   */
  Map<String, Rejection> beyond(Collection<FoundCrop> crops) {
    if (most == Integer.MAX_VALUE) {
      return Map.of();
    }
    Map<Group, List<FoundCrop>> groups = new TreeMap<>();
    crops.stream()
        .sorted(Comparator.comparing(FoundCrop::key))
        .forEach(
            each -> groups.computeIfAbsent(Group.of(each), key -> new ArrayList<>()).add(each));
    Map<String, Rejection> rejections = new HashMap<>();
    groups.forEach(
        (group, members) ->
            inTurns(members).stream()
                .skip(most)
                .forEach(each -> rejections.put(each.key(), group.reject(each, most))));
    return rejections;
  }

  /** First one picture of everybody, then a second one, and so on. */
  private List<FoundCrop> inTurns(List<FoundCrop> members) {
    List<FoundCrop> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, Integer> taken = new HashMap<>();
    Map<FoundCrop, Integer> turns = new HashMap<>();
    shuffled.forEach(each -> turns.put(each, taken.merge(each.subject(), 1, Integer::sum)));
    Function<FoundCrop, Integer> turn = each -> turns.getOrDefault(each, 0);
    return shuffled.stream().sorted(Comparator.comparing(turn)).toList();
  }

  private record Group(String label, String source) implements Comparable<Group> {

    static Group of(FoundCrop crop) {
      return new Group(crop.label(), crop.origin());
    }

    Rejection reject(FoundCrop crop, int most) {
      return new Rejection(
          crop.source(),
          Rejection.Code.NOT_CHOSEN,
          "beyond the %d pictures %s%s that are taken"
              .formatted(
                  most,
                  label.isEmpty() ? "without a label" : "of '" + label + "'",
                  source.isEmpty() ? "" : " from '" + source + "'"));
    }

    @Override
    public int compareTo(Group other) {
      return Comparator.comparing(Group::label).thenComparing(Group::source).compare(this, other);
    }
  }
}
