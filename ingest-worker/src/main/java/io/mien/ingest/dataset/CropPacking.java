package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.terms.UsageTerms;
import io.mien.ingest.split.Assignment;
import io.mien.ingest.split.LeakCheck;
import io.mien.store.dataset.DatasetWriter;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the crops of a dataset into the shards of their parts. */
final class CropPacking {

  private static final String UNKNOWN_SHARD = "";

  private final PackDataset task;
  private final Extracted extracted;
  private final Map<String, Assignment> kept;
  private final UsageTerms terms;
  private final int cropsPerShard;

  /**
   * @param kept where the subjects of the version before are
   * @param terms on which the crops may be used
   */
  CropPacking(
      PackDataset task,
      Extracted extracted,
      Map<String, Assignment> kept,
      UsageTerms terms,
      int cropsPerShard) {
    this.task = task;
    this.extracted = extracted;
    this.kept = kept;
    this.terms = terms;
    this.cropsPerShard = cropsPerShard;
  }

  /**
   * @param shown takes the crops that the contact sheet shows
   */
  DatasetManifest write(
      List<FoundPart> parts, SheetPictures shown, Path directory, TaskContext context)
      throws IOException {
    IngestDataset dataset = task.dataset();
    SplitParts split = SplitParts.of(dataset.split(), extracted.crops(), kept);
    LeakCheck leaks = new LeakCheck(dataset.split().unit());
    Set<String> keys = extracted.keys();
    ProgressMeter progress = new ProgressMeter(context::progress, "pack", "crops", keys.size());
    try (DatasetWriter writer = new DatasetWriter(directory, cropsPerShard)) {
      for (FoundPart part : parts) {
        part.forEachCrop(
            (picture, face, png) -> {
              if (keys.contains(face.key())) {
                context.throwIfStopping();
                leaks.add(writer.add(draft(picture, face, split), png));
                shown.take(picture.source(), png);
                progress.advance(1);
              }
            });
      }
      for (Rejection rejection : extracted.rejections()) {
        writer.reject(rejection);
      }
      return writer.finish(
          dataset.name(),
          dataset.recipe(),
          dataset.split(),
          extracted.files(),
          terms,
          task.faces());
    }
  }

  private static CropRecord draft(FoundPicture picture, FoundPicture.Face face, SplitParts split) {
    Assignment place = split.of(picture.source());
    return new CropRecord(
        face.key(),
        UNKNOWN_SHARD,
        picture.source(),
        picture.subject(),
        picture.expression(),
        picture.attributes(),
        face.box(),
        face.quality(),
        place.part(),
        face.sha256(),
        place.fold());
  }
}
