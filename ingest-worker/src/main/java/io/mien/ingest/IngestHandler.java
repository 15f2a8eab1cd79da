package io.mien.ingest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.ingest.dataset.DatasetIngest;
import io.mien.ingest.dataset.DatasetInspection;
import io.mien.ingest.photo.PhotoPreparation;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;
import java.io.IOException;

/** What an ingest worker can do: make a dataset, look at one, or prepare a photo. */
public final class IngestHandler implements TaskHandler {

  private final DatasetIngest datasets;
  private final DatasetInspection inspections;
  private final PhotoPreparation photos;

  public IngestHandler(
      DatasetIngest datasets, DatasetInspection inspections, PhotoPreparation photos) {
    this.datasets = datasets;
    this.inspections = inspections;
    this.photos = photos;
  }

  @Override
  public TaskResult handle(TaskContext context) throws IOException {
    TaskSpec spec = context.task().spec();
    if (spec instanceof IngestDataset dataset) {
      return datasets.ingest(dataset, context);
    }
    if (spec instanceof InspectDataset inspection) {
      return inspections.inspect(inspection, context);
    }
    if (spec instanceof PreparePhoto photo) {
      return photos.prepare(photo, context);
    }
    throw new InvalidInput(
        "unknown-task",
        "Task %s asks an ingest worker for %s; it does IngestDataset, InspectDataset and PreparePhoto."
            .formatted(context.task().taskId(), spec.getClass().getSimpleName()));
  }
}
