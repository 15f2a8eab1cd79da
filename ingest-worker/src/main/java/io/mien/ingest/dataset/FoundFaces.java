package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.object.ObjectRef;

/**
 * {@code faces.json}: what was found in one part of a dataset.
 *
 * @param recipe that the crops were made by
 * @param pictures JSON lines, one {@link FoundPicture} for each picture, by source
 * @param crops tar of the crops, in the order of the pictures
 */
record FoundFaces(CropRecipe recipe, ObjectRef pictures, ObjectRef crops) {

  static final String FILE = "faces.json";
  static final String PICTURES = "pictures.jsonl";
  static final String CROPS = "crops.tar";
}
