package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.id.DatasetId;
import java.net.URI;

/**
 * Detect, align and crop every face of a dataset; split, pack and describe it.
 *
 * @param source folder that the ingest workers can read, as a {@code file:} URI
 * @param layout layout of the folder: {@code auto}, {@code csv-legend} or {@code image-folder}
 */
public record IngestDataset(
    DatasetId datasetId,
    String name,
    URI source,
    String layout,
    CropRecipe recipe,
    SplitPolicy split)
    implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
