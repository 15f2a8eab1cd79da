package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.object.ObjectRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prepare one photo exactly as a checkpoint's training data was prepared.
 *
 * @param photo JPEG, PNG or still WebP
 * @param recipe the crop recipe that the checkpoint records
 * @param choice among several faces, {@link FaceChoice#PROMINENT} when absent; never {@link
 *     FaceChoice#ALL}
 */
public record PreparePhoto(ObjectRef photo, CropRecipe recipe, FaceChoice choice)
    implements TaskSpec {

  public PreparePhoto(ObjectRef photo, CropRecipe recipe, @Nullable FaceChoice choice) {
    if (choice == FaceChoice.ALL) {
      throw new IllegalArgumentException("One photo gives one crop; choose one of its faces.");
    }
    this.photo = photo;
    this.recipe = recipe;
    this.choice = Objects.requireNonNullElse(choice, FaceChoice.PROMINENT);
  }

  /** The most prominent face. */
  public PreparePhoto(ObjectRef photo, CropRecipe recipe) {
    this(photo, recipe, FaceChoice.PROMINENT);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
