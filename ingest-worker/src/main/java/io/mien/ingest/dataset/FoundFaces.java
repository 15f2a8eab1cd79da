package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.object.ObjectRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code faces.json}: what was found in one part of a dataset.
 *
 * @param recipe that the crops were made by
 * @param selection by which faces were chosen; the defaults when absent
 * @param pictures JSON lines, one {@link FoundPicture} for each picture, by source
 * @param crops tar of the crops, in the order of the pictures
 */
record FoundFaces(CropRecipe recipe, FaceSelection selection, ObjectRef pictures, ObjectRef crops) {

  static final String FILE = "faces.json";
  static final String PICTURES = "pictures.jsonl";
  static final String CROPS = "crops.tar";

  FoundFaces(
      CropRecipe recipe, @Nullable FaceSelection selection, ObjectRef pictures, ObjectRef crops) {
    this.recipe = recipe;
    this.selection = Objects.requireNonNullElse(selection, FaceSelection.DEFAULTS);
    this.pictures = pictures;
    this.crops = crops;
  }
}
