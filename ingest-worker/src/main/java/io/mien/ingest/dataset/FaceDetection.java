package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.IngestDataset;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.choice.PictureJson;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.TarWriter;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects and crops the faces of one part of a dataset. Every picture ends as a crop or as a
 * rejection with its reason; the result depends on the pictures and the recipe alone. Thread-safe.
 */
public final class FaceDetection {

  private static final Logger LOG = LoggerFactory.getLogger(FaceDetection.class);

  private final DatasetSources sources;
  private final ObjectStore store;
  private final FaceCroppers croppers;
  private final ImageLimits limits;
  private final int threads;

  /**
   * @param threads that read pictures
   */
  public FaceDetection(
      DatasetSources sources,
      ObjectStore store,
      FaceCroppers croppers,
      ImageLimits limits,
      int threads) {
    this.sources = sources;
    this.store = store;
    this.croppers = croppers;
    this.limits = limits;
    this.threads = threads;
  }

  public FacesDetected detect(DetectFaces task, TaskContext context) throws IOException {
    List<Picture> pictures = pictures(task, context.workDirectory());
    Path spool = Files.createDirectories(context.workDirectory().resolve("crops"));
    IngestDataset dataset = task.dataset();
    PictureReader reader =
        new PictureReader(dataset.recipe(), dataset.options().selection(), limits, spool);
    try (FacesFoundBefore before =
        FacesFoundBefore.open(store, task, context.workDirectory().resolve("previous"))) {
      FaceExtraction extraction = new FaceExtraction(before.in(croppers), threads);
      List<Outcome> outcomes = extraction.extract(pictures, reader, context);
      FacesDetected result = publish(task, outcomes, before.used(), context);
      LOG.info(
          "{} pictures: {} crops, {} found before",
          pictures.size(),
          result.crops(),
          result.reused());
      return result;
    }
  }

  private List<Picture> pictures(DetectFaces task, Path directory) throws IOException {
    Path file = directory.resolve("part.jsonl");
    store.download(task.pictures(), file);
    SourceFiles files = sources.open(task.dataset().source(), directory.resolve("source"));
    List<Picture> pictures = new ArrayList<>();
    new JsonLinesFile(file, PictureJson.of(files)).forEach(Picture.class, pictures::add);
    return pictures;
  }

  private static FacesDetected publish(
      DetectFaces task, List<Outcome> outcomes, int reused, TaskContext context)
      throws IOException {
    Path lines = context.workDirectory().resolve(FoundFaces.PICTURES);
    Path tar = context.workDirectory().resolve(FoundFaces.CROPS);
    Map<Rejection.Code, Integer> rejections = new EnumMap<>(Rejection.Code.class);
    int crops = 0;
    try (TarWriter writer = CropTar.write(tar)) {
      for (Outcome outcome : outcomes) {
        if (outcome instanceof Outcome.Cropped crop) {
          writer.add(CropTar.name(crop.face()), Files.readAllBytes(crop.png()));
          crops++;
        } else if (outcome instanceof Outcome.Refused refused) {
          rejections.merge(refused.rejection().code(), 1, Integer::sum);
        }
      }
    }
    new JsonLinesFile(lines, WireJson.MAPPER).write(outcomes.stream().map(Outcome::found).toList());
    PrefixRef faces =
        new FoundFacesUpload(context.outputs(), "")
            .upload(
                task.dataset().recipe(),
                task.dataset().options().selection(),
                context.workDirectory());
    return new FacesDetected(faces, crops, reused, rejections);
  }
}
