package io.mien.orchestrator.run;

import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.RunLabels;
import io.mien.contracts.task.LearnedLabels;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.preset.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Plans a pipeline over the labels that somebody asks for. */
public final class PipelineLabels {

  private PipelineLabels() {}

  /**
   * @param asked groups in the order of importance; the preset's when there are none
   * @param find a registered dataset that the run may use, or a refusal
   * @param rules that the datasets have to meet
   * @throws InvalidInput {@code invalid-labels}
   */
  public static PipelinePlan plan(
      DatasetView dataset,
      Preset preset,
      List<RunLabels> asked,
      Function<DatasetId, DatasetView> find,
      UseRules rules) {
    List<DatasetId> sources = new ArrayList<>(List.of(dataset.datasetId()));
    List<PlannedLabels> labels = new ArrayList<>();
    for (RunLabels each : asked.isEmpty() ? preset.labels() : asked) {
      DatasetId from = each.datasetId() == null ? dataset.datasetId() : each.datasetId();
      if (!sources.contains(from)) {
        sources.add(from);
      }
      labels.add(planned(sources.indexOf(from), each, labels));
    }
    return new PipelinePlan(
        SourceDataset.of(dataset),
        preset,
        labels,
        sources.stream().skip(1).map(find).map(SourceDataset::of).toList(),
        null,
        rules,
        null);
  }

  private static PlannedLabels planned(int source, RunLabels asked, List<PlannedLabels> before) {
    if (Objects.isNull(asked.group())) {
      throw new InvalidInput(
          "invalid-labels",
          "Plan a run: labels without a group. Choose among %s.".formatted(LabelGroups.ALL));
    }
    if (before.stream().anyMatch(other -> other.group().equals(asked.group()))) {
      throw new InvalidInput(
          "invalid-labels",
          "Learn %s twice in one run: name each group of labels once.".formatted(asked.group()));
    }
    try {
      LearnedLabels.check(asked.group(), asked.names());
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("invalid-labels", "Plan a run: " + e.getMessage(), e);
    }
    return new PlannedLabels(source, asked.group(), asked.names());
  }
}
