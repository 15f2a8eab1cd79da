package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a dataset gave, sorted by source.
 *
 * @param crops each of another picture
 */
record Extracted(List<Outcome.Cropped> crops, List<Rejection> rejections) {

  /**
   * @param outcomes in the order of the pictures
   * @param refused what the layout refused already
   */
  static Extracted of(List<Outcome> outcomes, List<Rejection> refused) {
    List<Outcome.Cropped> crops = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(refused);
    Map<String, Outcome.Cropped> first = new HashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Refused none) {
        rejections.add(none.rejection());
      } else if (outcome instanceof Outcome.Cropped crop) {
        Outcome.Cropped same = first.putIfAbsent(crop.sha256(), crop);
        if (same == null) {
          crops.add(crop);
        } else {
          rejections.add(duplicate(crop, same));
        }
      }
    }
    return new Extracted(List.copyOf(crops), sorted(rejections));
  }

  /** Without the crops that the quota leaves out, which become rejections. */
  Extracted within(ClassQuota quota) {
    Map<String, Rejection> beyond =
        quota.beyond(crops.stream().map(Outcome.Cropped::picture).toList());
    List<Rejection> all = new ArrayList<>(rejections);
    all.addAll(beyond.values());
    return new Extracted(
        crops.stream().filter(crop -> !beyond.containsKey(crop.picture().source())).toList(),
        sorted(all));
  }

  private static List<Rejection> sorted(List<Rejection> rejections) {
    return rejections.stream()
        .sorted(Comparator.comparing(Rejection::source).thenComparing(Rejection::detail))
        .toList();
  }

  int files() {
    return crops.size() + rejections.size();
  }

  /** The same picture under two names could be in two parts. */
  private static Rejection duplicate(Outcome.Cropped crop, Outcome.Cropped same) {
    String detail =
        "shows the same as %s ('%s' there, '%s' here)"
            .formatted(same.picture().source(), word(same), word(crop));
    return new Rejection(crop.picture().source(), Rejection.Code.DUPLICATE, detail);
  }

  private static String word(Outcome.Cropped crop) {
    return Objects.requireNonNullElse(crop.picture().expression(), "no expression");
  }
}
