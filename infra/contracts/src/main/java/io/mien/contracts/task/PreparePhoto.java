package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageOutput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prepare one photo exactly as a checkpoint's training data was prepared.
 *
 * @param photo JPEG, PNG or still WebP
 * @param recipe the crop recipe that the checkpoint records
 * @param choice among several faces, {@link FaceChoice#PROMINENT} when absent; never {@link
 *     FaceChoice#ALL}
 * @param output {@link ImageOutput#PASTED} when the whole photo is needed beside its crop; absent
 *     for the crop alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreparePhoto(
    ObjectRef photo, CropRecipe recipe, FaceChoice choice, @Nullable ImageOutput output)
    implements TaskSpec {

  public PreparePhoto(
      ObjectRef photo,
      CropRecipe recipe,
      @Nullable FaceChoice choice,
      @Nullable ImageOutput output) {
    if (choice == FaceChoice.ALL) {
      throw new IllegalArgumentException("One photo gives one crop; choose one of its faces.");
    }
    this.photo = photo;
    this.recipe = recipe;
    this.choice = Objects.requireNonNullElse(choice, FaceChoice.PROMINENT);
    this.output = output == ImageOutput.CROP ? null : output;
  }

  /** The crop alone. */
  public PreparePhoto(ObjectRef photo, CropRecipe recipe, FaceChoice choice) {
    this(photo, recipe, choice, null);
  }

  /** The most prominent face. */
  public PreparePhoto(ObjectRef photo, CropRecipe recipe) {
    this(photo, recipe, FaceChoice.PROMINENT);
  }

  /** Whether the whole photo is to be kept beside its crop. */
  public boolean keepsPhoto() {
    return output == ImageOutput.PASTED;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
