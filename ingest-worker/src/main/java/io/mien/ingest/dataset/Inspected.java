package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.DatasetInspected.Refusal;
import io.mien.ingest.split.Assignment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What was found in a dataset, counted. */
record Inspected(Extracted found) {

  private static final String UNLABELLED = "unlabelled";

  Map<Rejection.Code, Integer> reasons() {
    return RejectionCounts.of(found.rejections());
  }

  Map<String, Integer> classes() {
    Map<String, Integer> counts = new TreeMap<>();
    found
        .crops()
        .forEach(
            each ->
                counts.merge(
                    Objects.requireNonNullElse(each.expression(), UNLABELLED), 1, Integer::sum));
    return counts;
  }

  int subjects() {
    return (int) found.crops().stream().map(FoundCrop::subject).distinct().count();
  }

  /** Crops by part; none when they cannot be split so. */
  Map<Split, Integer> parts(SplitPolicy policy) {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    if (splitRefusal(policy).isEmpty()) {
      SplitParts.of(policy, found.crops(), Map.of()).bySource().values().stream()
          .map(Assignment::part)
          .forEach(part -> counts.merge(part, 1, Integer::sum));
    }
    return counts;
  }

  /** Why the dataset would be refused as a whole. */
  Optional<Refusal> refusal(Usability usability, SplitPolicy policy) {
    return refusalOf(() -> usability.check(found)).or(() -> splitRefusal(policy));
  }

  private Optional<Refusal> splitRefusal(SplitPolicy policy) {
    return refusalOf(() -> SplitParts.of(policy, found.crops(), Map.of()));
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
