package io.mien.ingest.split;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import java.util.EnumMap;
import java.util.Map;

/** How many subjects, or pictures, each part gets. */
final class Quotas {

  private static final int FEWEST_TO_SHARE = 3;

  private Quotas() {}

  /**
   * The shares of the policy, rounded; a part that was asked for gets at least one subject once
   * there are three, and training always does.
   */
  static Map<Split, Integer> of(int subjects, SplitPolicy policy) {
    int validation = quota(subjects, policy.validation());
    int test = quota(subjects, policy.test());
    while (validation + test >= subjects && validation + test > 0) {
      if (validation >= test) {
        validation--;
      } else {
        test--;
      }
    }
    Map<Split, Integer> quotas = new EnumMap<>(Split.class);
    quotas.put(Split.TRAIN, subjects - validation - test);
    quotas.put(Split.VALIDATION, validation);
    quotas.put(Split.TEST, test);
    return quotas;
  }

  private static int quota(int subjects, double share) {
    int rounded = (int) Math.round(subjects * share);
    return share > 0 && subjects >= FEWEST_TO_SHARE ? Math.max(1, rounded) : rounded;
  }
}
