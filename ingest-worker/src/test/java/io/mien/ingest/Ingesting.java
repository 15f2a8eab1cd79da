package io.mien.ingest;

import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.task.TaskSpec;
import io.mien.ingest.dataset.DatasetDeletion;
import io.mien.ingest.dataset.DatasetInspection;
import io.mien.ingest.dataset.DatasetLister;
import io.mien.ingest.dataset.DatasetPack;
import io.mien.ingest.dataset.FaceDetection;
import io.mien.ingest.dataset.SubjectErasure;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.face.UprightPicture;
import io.mien.ingest.face.opencv.OpenCvUprightPicture;
import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.item.ItemLister;
import io.mien.ingest.item.ItemPreparation;
import io.mien.ingest.pack.ContactSheet;
import io.mien.ingest.pack.opencv.OpenCvContactSheet;
import io.mien.ingest.photo.PhotoPreparation;
import io.mien.ingest.source.Sources;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three steps of an ingest, as the orchestrator has them done. */
final class Ingesting {

  static final ImageLimits LIMITS = new ImageLimits(64 << 20, 40_000_000, 16);

  /** So few that nearly every list is shared out. */
  static final int ITEMS_PER_PART = 3;

  static final int MOST_ITEMS = 50;

  private final IngestHandler handler;
  private final ObjectStore store;
  private final Path work;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<FacesDetected> detected = new ArrayList<>();

  /**
   * @param work a directory for the attempts
   */
  Ingesting(IngestHandler handler, ObjectStore store, Path work) {
    this.handler = handler;
    this.store = store;
    this.work = work;
  }

  static IngestHandler handler(
      ObjectStore store, FaceCroppers croppers, int threads, int picturesPerPart) {
    return handler(Sources.LOCAL, store, croppers, LIMITS, threads, picturesPerPart);
  }

  static IngestHandler handler(
      DatasetSources sources,
      ObjectStore store,
      FaceCroppers croppers,
      ImageLimits limits,
      int threads,
      int picturesPerPart) {
    ContactSheet sheet = new OpenCvContactSheet(new PictureDecoder(limits));
    UprightPicture upright = new OpenCvUprightPicture(new PictureDecoder(limits));
    return new IngestHandler(
        new IngestHandler.Datasets(
            new DatasetLister(sources, store, picturesPerPart),
            new FaceDetection(sources, store, croppers, limits, threads),
            new DatasetPack(sources, store, sheet, 10),
            new SubjectErasure(store, sheet, 10),
            new DatasetDeletion(store),
            new DatasetInspection(sources, croppers, sheet, limits, threads)),
        new PhotoPreparation(store, croppers, upright, limits),
        new IngestHandler.Items(
            new ItemLister(sources, store, ITEMS_PER_PART, MOST_ITEMS),
            new ItemPreparation(sources, store, croppers, upright, limits, threads)));
  }

  DatasetPrepared ingest(IngestDataset dataset) throws IOException {
    return ingest(dataset, null);
  }

  DatasetPrepared ingest(IngestDataset dataset, @Nullable PrefixRef previous) throws IOException {
    DatasetListed listed = list(dataset, previous);
    List<PrefixRef> faces = new ArrayList<>();
    for (DatasetListed.Part part : listed.parts()) {
      faces.add(detect(dataset, part).faces());
    }
    return (DatasetPrepared) run(new PackDataset(dataset, listed.listing(), faces, previous));
  }

  DatasetListed list(IngestDataset dataset, @Nullable PrefixRef previous) throws IOException {
    return (DatasetListed) run(new ListDataset(dataset, previous));
  }

  FacesDetected detect(IngestDataset dataset, DatasetListed.Part part) throws IOException {
    DetectFaces task = new DetectFaces(dataset, part.pictures(), part.count(), part.previous());
    FacesDetected faces = (FacesDetected) run(task);
    detected.add(faces);
    return faces;
  }

  /** What every detection handed back. */
  List<FacesDetected> detected() {
    return detected;
  }

  /** In the order in which they were made. */
  List<Attempt> attempts() {
    return attempts;
  }

  Attempt attempt(TaskSpec task) throws IOException {
    Path directory = Files.createDirectories(work.resolve(Integer.toString(attempts.size())));
    Attempt attempt = new Attempt(task, store, directory);
    attempts.add(attempt);
    return attempt;
  }

  TaskResult run(TaskSpec task) throws IOException {
    return run(attempt(task));
  }

  TaskResult run(Attempt attempt) throws IOException {
    return handler.handle(attempt);
  }
}
