package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Train StarGAN on the training part of a dataset, or of several.
 *
 * @param dataset prepared dataset; its manifest is {@code dataset.json}. Photos are prepared as its
 *     crops were
 * @param labels what the network learns: one group, or several jointly, each from its own dataset;
 *     none for the expressions of {@code dataset}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TrainStarGan(PrefixRef dataset, TrainingRequest training, List<LearnedLabels> labels)
    implements TaskSpec {

  public TrainStarGan(
      PrefixRef dataset, TrainingRequest training, @Nullable List<LearnedLabels> labels) {
    this.dataset = dataset;
    this.training = training;
    this.labels = labels == null ? List.of() : List.copyOf(labels);
  }

  /** Of the dataset's expressions. */
  public TrainStarGan(PrefixRef dataset, TrainingRequest training) {
    this(dataset, training, List.of());
  }

  /** What is learned, said in full. */
  public List<LearnedLabels> learned() {
    return labels.isEmpty()
        ? List.of(new LearnedLabels(dataset, LabelGroups.EXPRESSION, List.of()))
        : labels;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.TRAIN;
  }
}
