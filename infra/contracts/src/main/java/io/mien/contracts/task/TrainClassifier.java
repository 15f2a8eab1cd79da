package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import org.jspecify.annotations.Nullable;

/**
 * Train the ResNet expression classifier on the training part of a dataset.
 *
 * @param dataset prepared dataset; its manifest is {@code dataset.json}
 * @param pretrained safetensors file under torchvision's names to start from, such as another
 *     checkpoint's {@code classifier.safetensors}; absent to start from random weights
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainClassifier(
    PrefixRef dataset, TrainingRequest training, @Nullable ObjectRef pretrained)
    implements TaskSpec {

  public TrainClassifier(PrefixRef dataset, TrainingRequest training) {
    this(dataset, training, null);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.TRAIN;
  }
}
