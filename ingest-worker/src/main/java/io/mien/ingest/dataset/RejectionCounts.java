package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many files were rejected for which reason. */
final class RejectionCounts {

  private RejectionCounts() {}

  /** In the order of the codes. */
  static Map<Rejection.Code, Integer> of(Collection<Rejection> rejections) {
    Map<Rejection.Code, Integer> counts = new EnumMap<>(Rejection.Code.class);
    rejections.forEach(each -> counts.merge(each.code(), 1, Integer::sum));
    return counts;
  }
}
