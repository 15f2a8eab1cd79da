package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.object.ObjectRef;

/**
 * Prepare one photo exactly as a checkpoint's training data was prepared.
 *
 * @param photo JPEG, PNG or still WebP
 * @param recipe the crop recipe that the checkpoint records
 */
public record PreparePhoto(ObjectRef photo, CropRecipe recipe) implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
