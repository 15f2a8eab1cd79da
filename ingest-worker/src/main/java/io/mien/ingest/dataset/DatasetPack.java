package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.terms.UsageTerms;
import io.mien.ingest.pack.CropKeys;
import io.mien.ingest.split.Assignment;
import io.mien.ingest.split.DatasetSplit;
import io.mien.ingest.split.LeakCheck;
import io.mien.store.dataset.DatasetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Splits what was extracted and packs it; the same crops give the same bytes. */
final class DatasetPack {

  private static final String UNKNOWN_SHARD = "";

  private final int cropsPerShard;

  DatasetPack(int cropsPerShard) {
    this.cropsPerShard = cropsPerShard;
  }

  DatasetManifest write(IngestDataset spec, UsageTerms terms, Extracted extracted, Path directory)
      throws IOException {
    Map<String, Assignment> parts =
        DatasetSplit.of(
            extracted.crops().stream().map(Outcome.Cropped::picture).toList(), spec.split());
    LeakCheck leaks = new LeakCheck(spec.split().unit());
    try (DatasetWriter writer = new DatasetWriter(directory, cropsPerShard)) {
      for (Outcome.Cropped crop : extracted.crops()) {
        Assignment part = Objects.requireNonNull(parts.get(crop.picture().source()));
        leaks.add(writer.add(draft(crop, part), Files.readAllBytes(crop.png())));
      }
      for (Rejection rejection : extracted.rejections()) {
        writer.reject(rejection);
      }
      return writer.finish(spec.name(), spec.recipe(), spec.split(), extracted.files(), terms);
    }
  }

  private static CropRecord draft(Outcome.Cropped crop, Assignment assigned) {
    return new CropRecord(
        CropKeys.of(crop.picture().source()),
        UNKNOWN_SHARD,
        crop.picture().source(),
        crop.picture().subject(),
        crop.picture().expression(),
        crop.picture().attributes(),
        crop.box(),
        crop.quality(),
        assigned.part(),
        crop.sha256(),
        assigned.fold());
  }
}
