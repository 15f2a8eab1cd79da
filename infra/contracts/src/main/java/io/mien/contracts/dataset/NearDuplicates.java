package io.mien.contracts.dataset;

import java.util.List;

/**
 * Pairs of crops of a dataset that look nearly the same.
 *
 * @param distance most bits in which their perceptual hashes differ
 * @param pairs all of them; frames of one take are such pairs by nature
 * @param acrossSubjects pairs of different subjects
 * @param acrossParts pairs of different subjects in different parts of the split: one person may
 *     have been given two names, and be in training and in test
 * @param leaks the first of those in different parts, at most 20
 */
public record NearDuplicates(
    int distance, long pairs, long acrossSubjects, long acrossParts, List<Pair> leaks) {

  public NearDuplicates {
    leaks = List.copyOf(leaks);
  }

  /**
   * @param first source of the earlier crop
   * @param second source of the later one
   * @param distance bits that differ
   */
  public record Pair(String first, String second, int distance) {}
}
