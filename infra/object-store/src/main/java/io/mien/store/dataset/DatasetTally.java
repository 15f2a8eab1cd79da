package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.LabelBalance;
import io.mien.contracts.dataset.NearDuplicates;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.result.Rate;
import io.mien.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what a dataset consists of, for its manifest. */
final class DatasetTally {

  private static final String UNLABELLED = "unlabelled";

  private final Map<PartKey, Map<String, Integer>> crops = new HashMap<>();
  private final Map<PartKey, Map<String, Integer>> subjects = new HashMap<>();
  private final Map<Rejection.Code, Integer> rejections = new EnumMap<>(Rejection.Code.class);
  private final Set<String> labels = new TreeSet<>();
  private final Set<String> keys = new HashSet<>();
  private final List<byte[]> digests = new ArrayList<>();
  private final NearDuplicateTally near = new NearDuplicateTally();
  private final BalanceTally balance = new BalanceTally();

  void count(CropRecord crop, String line) {
    if (!keys.add(crop.key())) {
      throw new IllegalArgumentException(
          "Crop key '"
              + crop.key()
              + "' of "
              + crop.source()
              + " is taken; keys are unique in a dataset.");
    }
    String expression = crop.expression();
    if (expression != null) {
      labels.add(expression);
    }
    crops
        .computeIfAbsent(PartKey.of(crop), part -> new TreeMap<>())
        .merge(expression == null ? UNLABELLED : expression, 1, Integer::sum);
    subjects
        .computeIfAbsent(PartKey.of(crop), part -> new HashMap<>())
        .merge(crop.subject(), 1, Integer::sum);
    digests.add(Sha256.digest().digest(line.getBytes(StandardCharsets.UTF_8)));
    near.count(crop);
    balance.count(crop);
  }

  void count(Rejection rejection) {
    rejections.merge(rejection.code(), 1, Integer::sum);
  }

  /** Canonical labels in canonical order, then the others by name. */
  List<String> labels() {
    List<String> ordered = new ArrayList<>(Expressions.CANONICAL);
    ordered.retainAll(labels);
    labels.stream().filter(label -> !Expressions.CANONICAL.contains(label)).forEach(ordered::add);
    return ordered;
  }

  /**
   * Crops by part and label.
   *
   * @param fold the fold that tests; null without folds
   */
  Map<Split, Map<String, Integer>> crops(@Nullable Integer fold, SplitPolicy policy) {
    Map<Split, Map<String, Integer>> counts = new EnumMap<>(Split.class);
    crops.forEach(
        (key, labelled) ->
            labelled.forEach(
                (label, count) ->
                    counts
                        .computeIfAbsent(key.part(fold, policy), part -> new TreeMap<>())
                        .merge(label, count, Integer::sum)));
    return counts;
  }

  /**
   * People by part.
   *
   * @param fold the fold that tests; null without folds
   */
  Map<Split, Integer> subjects(@Nullable Integer fold, SplitPolicy policy) {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    subjects.forEach(
        (key, people) -> counts.merge(key.part(fold, policy), people.size(), Integer::sum));
    return counts;
  }

  LabelBalance balance() {
    return balance.balance();
  }

  /** How many crops of the other parts show people of the training part. */
  SplitLeak leak() {
    return new SplitLeak(seenInTraining(Split.TEST), seenInTraining(Split.VALIDATION));
  }

  private Rate seenInTraining(Split split) {
    Map<String, Integer> trained = people(Split.TRAIN);
    Map<String, Integer> people = people(split);
    int total = people.values().stream().mapToInt(Integer::intValue).sum();
    int seen =
        people.entrySet().stream()
            .filter(person -> trained.containsKey(person.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return Rate.of(seen, total);
  }

  NearDuplicates nearDuplicates() {
    return near.result();
  }

  private Map<String, Integer> people(Split split) {
    return subjects.getOrDefault(new PartKey(split, null), Map.of());
  }

  Map<Rejection.Code, Integer> rejections() {
    return rejections;
  }

  /**
   * SHA-256 over the sorted digests of the lines, of which half a million take 16 MB and not 500;
   * and after them over the fold that tests, unless that is the first.
   */
  String fingerprint(@Nullable Integer fold) {
    MessageDigest digest = Sha256.digest();
    digests.stream().sorted(Arrays::compareUnsigned).forEach(digest::update);
    if (fold != null && fold > 1) {
      digest.update(("fold " + fold + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest.digest());
  }
}
