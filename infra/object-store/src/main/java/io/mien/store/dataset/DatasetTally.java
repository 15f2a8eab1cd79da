package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.NearDuplicates;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitLeak;
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

/** Counts what a dataset consists of, for its manifest. */
final class DatasetTally {

  private static final String UNLABELLED = "unlabelled";

  private final Map<Split, Map<String, Integer>> crops = new EnumMap<>(Split.class);
  private final Map<Split, Map<String, Integer>> subjects = new EnumMap<>(Split.class);
  private final Map<Rejection.Code, Integer> rejections = new EnumMap<>(Rejection.Code.class);
  private final Set<String> labels = new TreeSet<>();
  private final Set<String> keys = new HashSet<>();
  private final List<byte[]> digests = new ArrayList<>();
  private final NearDuplicateTally near = new NearDuplicateTally();

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
        .computeIfAbsent(crop.split(), split -> new TreeMap<>())
        .merge(expression == null ? UNLABELLED : expression, 1, Integer::sum);
    subjects
        .computeIfAbsent(crop.split(), split -> new HashMap<>())
        .merge(crop.subject(), 1, Integer::sum);
    digests.add(Sha256.digest().digest(line.getBytes(StandardCharsets.UTF_8)));
    near.count(crop);
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

  Map<Split, Map<String, Integer>> crops() {
    return crops;
  }

  Map<Split, Integer> subjects() {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    subjects.forEach((split, people) -> counts.put(split, people.size()));
    return counts;
  }

  /** How many crops of the other parts show people of the training part. */
  SplitLeak leak() {
    return new SplitLeak(seenInTraining(Split.TEST), seenInTraining(Split.VALIDATION));
  }

  private Rate seenInTraining(Split split) {
    Map<String, Integer> trained = subjects.getOrDefault(Split.TRAIN, Map.of());
    Map<String, Integer> people = subjects.getOrDefault(split, Map.of());
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

  Map<Rejection.Code, Integer> rejections() {
    return rejections;
  }

  /** SHA-256 over the sorted digests of the lines: of half a million, 16 MB are held, not 500. */
  String fingerprint() {
    MessageDigest digest = Sha256.digest();
    digests.stream().sorted(Arrays::compareUnsigned).forEach(digest::update);
    return Sha256.hex(digest.digest());
  }
}
