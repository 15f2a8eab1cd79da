package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageOutput;
import java.net.URI;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Prepare the photos of one part of a bulk synthesis exactly as a checkpoint's training data was.
 *
 * @param source of the photos that are named without an address, as in {@link ListItems}
 * @param items the part: JSON lines, each a {@link io.mien.contracts.synthesis.ListedItem}
 * @param count of the items
 * @param recipe that the checkpoint records
 * @param output {@link ImageOutput#PASTED} when the whole photos are needed beside their crops;
 *     absent for the crops alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrepareItems(
    @Nullable URI source,
    ObjectRef items,
    int count,
    CropRecipe recipe,
    @Nullable ImageOutput output)
    implements TaskSpec {

  public PrepareItems {
    output = output == ImageOutput.CROP ? null : output;
  }

  /** The crops alone. */
  public PrepareItems(@Nullable URI source, ObjectRef items, int count, CropRecipe recipe) {
    this(source, items, count, recipe, null);
  }

  /** Whether the whole photos are to be kept beside their crops. */
  public boolean keepsPhotos() {
    return output == ImageOutput.PASTED;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }

  @Override
  public OptionalLong units() {
    return OptionalLong.of(count);
  }

  @Override
  public boolean isIndependent() {
    return true;
  }
}
