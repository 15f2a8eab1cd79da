package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;

/**
 * Train a generator of faces on every crop of the training part of a dataset; labels play no part.
 *
 * @param dataset prepared dataset; its manifest is {@code dataset.json}
 * @param method the base specification, which {@code training} changes: {@code FaceGanTrainingSpec}
 *     of {@code infra/networks}
 */
public record TrainFaceGan(PrefixRef dataset, FaceGanMethod method, TrainingRequest training)
    implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.TRAIN;
  }
}
