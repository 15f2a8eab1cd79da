package io.mien.ingest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.EraseSubject;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.ListItems;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.ingest.dataset.DatasetDeletion;
import io.mien.ingest.dataset.DatasetInspection;
import io.mien.ingest.dataset.DatasetLister;
import io.mien.ingest.dataset.DatasetPack;
import io.mien.ingest.dataset.FaceDetection;
import io.mien.ingest.dataset.SubjectErasure;
import io.mien.ingest.item.ItemLister;
import io.mien.ingest.item.ItemPreparation;
import io.mien.ingest.photo.PhotoPreparation;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;
import java.io.IOException;

/** What an ingest worker can do: the steps of a dataset, one photo, or many. */
public final class IngestHandler implements TaskHandler {

  private final DatasetLister lister;
  private final FaceDetection detection;
  private final DatasetPack pack;
  private final SubjectErasure erasure;
  private final DatasetDeletion deletion;
  private final DatasetInspection inspection;
  private final PhotoPreparation photos;
  private final ItemLister itemLister;
  private final ItemPreparation itemPreparation;

  public IngestHandler(Datasets datasets, PhotoPreparation photos, Items items) {
    this.lister = datasets.lister();
    this.detection = datasets.detection();
    this.pack = datasets.pack();
    this.erasure = datasets.erasure();
    this.deletion = datasets.deletion();
    this.inspection = datasets.inspection();
    this.photos = photos;
    this.itemLister = items.lister();
    this.itemPreparation = items.preparation();
  }

  /** What can be done with datasets. */
  public record Datasets(
      DatasetLister lister,
      FaceDetection detection,
      DatasetPack pack,
      SubjectErasure erasure,
      DatasetDeletion deletion,
      DatasetInspection inspection) {}

  /** What can be done for the items of a bulk synthesis. */
  public record Items(ItemLister lister, ItemPreparation preparation) {}

  @Override
  public TaskResult handle(TaskContext context) throws IOException {
    TaskSpec spec = context.task().spec();
    if (spec instanceof ListDataset list) {
      return lister.list(list, context);
    }
    if (spec instanceof DetectFaces detect) {
      return detection.detect(detect, context);
    }
    if (spec instanceof PackDataset dataset) {
      return pack.pack(dataset, context);
    }
    if (spec instanceof EraseSubject erase) {
      return erasure.erase(erase, context);
    }
    if (spec instanceof DeleteDatasets delete) {
      return deletion.delete(delete, context);
    }
    if (spec instanceof InspectDataset inspect) {
      return inspection.inspect(inspect, context);
    }
    if (spec instanceof PreparePhoto photo) {
      return photos.prepare(photo, context);
    }
    if (spec instanceof ListItems list) {
      return itemLister.list(list, context);
    }
    if (spec instanceof PrepareItems prepare) {
      return itemPreparation.prepare(prepare, context);
    }
    throw new InvalidInput(
        "unknown-task",
        "Task %s asks an ingest worker for %s; it does ListDataset, DetectFaces, PackDataset, EraseSubject, DeleteDatasets, InspectDataset, PreparePhoto, ListItems and PrepareItems."
            .formatted(context.task().taskId(), spec.getClass().getSimpleName()));
  }
}
