package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.DatasetInspected.Refusal;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.split.Assignment;
import io.mien.ingest.split.DatasetSplit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found in a dataset.
 *
 * @param pictures that would become crops
 */
record Inspected(List<Picture> pictures, List<Rejection> rejections) {

  private static final String UNLABELLED = "unlabelled";

  int files() {
    return pictures.size() + rejections.size();
  }

  Map<Rejection.Code, Integer> reasons() {
    Map<Rejection.Code, Integer> counts = new EnumMap<>(Rejection.Code.class);
    rejections.forEach(each -> counts.merge(each.code(), 1, Integer::sum));
    return counts;
  }

  Map<String, Integer> classes() {
    Map<String, Integer> counts = new TreeMap<>();
    pictures.forEach(
        each ->
            counts.merge(
                Objects.requireNonNullElse(each.expression(), UNLABELLED), 1, Integer::sum));
    return counts;
  }

  int subjects() {
    return (int) pictures.stream().map(Picture::subject).distinct().count();
  }

  /** Pictures by part; none when they cannot be split so. */
  Map<Split, Integer> parts(SplitPolicy policy) {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    if (splitRefusal(policy).isEmpty()) {
      DatasetSplit.of(pictures, policy).values().stream()
          .map(Assignment::part)
          .forEach(part -> counts.merge(part, 1, Integer::sum));
    }
    return counts;
  }

  /** Why the dataset would be refused as a whole. */
  Optional<Refusal> refusal(Usability usability, SplitPolicy policy) {
    return refusalOf(() -> usability.check(pictures, rejections)).or(() -> splitRefusal(policy));
  }

  private Optional<Refusal> splitRefusal(SplitPolicy policy) {
    return refusalOf(() -> DatasetSplit.of(pictures, policy));
  }

  private static Optional<Refusal> refusalOf(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (InvalidInput e) {
      return Optional.of(new Refusal(e.code(), String.valueOf(e.getMessage())));
    }
  }
}
