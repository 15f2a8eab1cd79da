package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mien.contracts.dataset.LabelGroups;
import java.util.List;

/**
 * A group of labels that a pipeline's StarGAN learns.
 *
 * @param source which of the plan's datasets, counted from 0, the run's own
 * @param names of attributes
 */
record PlannedLabels(int source, String group, List<String> names) {

  /** What is learned when nobody asks for anything. */
  static final PlannedLabels EXPRESSIONS = new PlannedLabels(0, LabelGroups.EXPRESSION, List.of());

  PlannedLabels {
    names = List.copyOf(names);
  }

  /** Whether a classifier can judge them: it tells apart labels of which exactly one holds. */
  @JsonIgnore
  boolean judged() {
    return !group.equals(LabelGroups.ATTRIBUTES);
  }
}
