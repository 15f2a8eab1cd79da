package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Train the ResNet classifier on the training part of a dataset.
 *
 * @param dataset prepared dataset; its manifest is {@code dataset.json}
 * @param pretrained safetensors file under torchvision's names to start from, such as another
 *     checkpoint's {@code classifier.safetensors}; absent to start from random weights
 * @param group what it tells apart, one of {@link LabelGroups#TOLD_APART}; absent for expressions.
 *     Of people ({@link LabelGroups#SUBJECT}) those are learned who have two pictures or more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainClassifier(
    PrefixRef dataset, TrainingRequest training, @Nullable ObjectRef pretrained, String group)
    implements TaskSpec {

  public TrainClassifier(
      PrefixRef dataset,
      TrainingRequest training,
      @Nullable ObjectRef pretrained,
      @Nullable String group) {
    this.dataset = dataset;
    this.training = training;
    this.pretrained = pretrained;
    this.group = Objects.requireNonNullElse(group, LabelGroups.EXPRESSION);
    if (!LabelGroups.TOLD_APART.contains(this.group)) {
      throw new IllegalArgumentException(
          "A classifier cannot tell '%s' apart: choose among %s."
              .formatted(this.group, LabelGroups.TOLD_APART));
    }
  }

  /** Of expressions. */
  public TrainClassifier(
      PrefixRef dataset, TrainingRequest training, @Nullable ObjectRef pretrained) {
    this(dataset, training, pretrained, LabelGroups.EXPRESSION);
  }

  /** Of expressions, from random weights. */
  public TrainClassifier(PrefixRef dataset, TrainingRequest training) {
    this(dataset, training, null);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.TRAIN;
  }
}
