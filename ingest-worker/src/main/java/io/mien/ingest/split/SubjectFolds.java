package io.mien.ingest.split;

import io.mien.contracts.dataset.Folds;
import io.mien.contracts.failure.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives every subject to one fold, stratified ({@link Stratifier}); folds differ by at most one
 * subject in size.
 */
public final class SubjectFolds {

  private SubjectFolds() {}

  /**
   * The fold of every subject, from 1.
   *
   * @param kept folds of subjects of an earlier version, which stay where they are
   * @throws InvalidInput {@code too-few-subjects} when a fold would be empty
   */
  public static Map<String, Integer> of(
      List<Member> members, int folds, long seed, Map<String, Integer> kept) {
    int subjects = (int) members.stream().map(Member::subject).distinct().count();
    if (subjects < folds) {
      throw new InvalidInput(
          "too-few-subjects",
          "Split %d people into %d folds: every fold needs one. Ask for fewer folds."
              .formatted(subjects, folds));
    }
    Map<Integer, Integer> quotas = new TreeMap<>();
    Folds.numbers(folds)
        .forEach(fold -> quotas.put(fold, subjects / folds + (fold <= subjects % folds ? 1 : 0)));
    return new Stratifier<>(members, quotas).assign(seed, kept);
  }
}
