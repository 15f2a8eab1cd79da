package io.mien.eval.ablation;

import java.util.List;

/** What a generator could do at one point of its training; one line of the results. */
record Measurement(String arm, long seed, long iteration, List<SubjectScore> subjects) {
  Measurement {
    subjects = List.copyOf(subjects);
  }
}
