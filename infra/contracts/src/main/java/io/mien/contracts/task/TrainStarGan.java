package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;

/**
 * Train StarGAN on the training part of a dataset.
 *
 * @param dataset prepared dataset; its manifest is {@code dataset.json}
 */
public record TrainStarGan(PrefixRef dataset, TrainingRequest training) implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.TRAIN;
  }
}
