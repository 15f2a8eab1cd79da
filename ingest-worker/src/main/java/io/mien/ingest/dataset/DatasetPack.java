package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.task.IngestDataset;
import io.mien.ingest.pack.CropKeys;
import io.mien.ingest.split.ImageSplit;
import io.mien.ingest.split.LeakCheck;
import io.mien.ingest.split.Member;
import io.mien.ingest.split.SubjectSplit;
import io.mien.store.dataset.DatasetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Splits what was extracted and packs it; the same crops give the same bytes. */
final class DatasetPack {

  private static final String UNKNOWN_SHARD = "";

  private final int cropsPerShard;

  DatasetPack(int cropsPerShard) {
    this.cropsPerShard = cropsPerShard;
  }

  DatasetManifest write(IngestDataset spec, Extracted extracted, Path directory)
      throws IOException {
    Map<String, Split> parts = parts(spec.split(), extracted.crops());
    LeakCheck leaks = new LeakCheck(spec.split().unit());
    try (DatasetWriter writer = new DatasetWriter(directory, cropsPerShard)) {
      for (Outcome.Cropped crop : extracted.crops()) {
        Split part = Objects.requireNonNull(parts.get(crop.picture().source()));
        leaks.add(writer.add(draft(crop, part), Files.readAllBytes(crop.png())));
      }
      for (Rejection rejection : extracted.rejections()) {
        writer.reject(rejection);
      }
      return writer.finish(spec.name(), spec.recipe(), spec.split(), extracted.files());
    }
  }

  /** The part of every picture, by its source. */
  private static Map<String, Split> parts(SplitPolicy policy, List<Outcome.Cropped> crops) {
    return switch (policy.unit()) {
      case SUBJECT -> ofSubjects(policy, crops);
      case IMAGE ->
          ImageSplit.of(crops.stream().map(crop -> crop.picture().source()).toList(), policy);
    };
  }

  private static Map<String, Split> ofSubjects(SplitPolicy policy, List<Outcome.Cropped> crops) {
    List<Member> members =
        crops.stream()
            .map(crop -> new Member(crop.picture().subject(), crop.expression()))
            .toList();
    Map<String, Split> bySubject = SubjectSplit.of(members, policy);
    Map<String, Split> bySource = new HashMap<>();
    for (Outcome.Cropped crop : crops) {
      Split part = Objects.requireNonNull(bySubject.get(crop.picture().subject()));
      bySource.put(crop.picture().source(), part);
    }
    return bySource;
  }

  private static CropRecord draft(Outcome.Cropped crop, Split part) {
    return new CropRecord(
        CropKeys.of(crop.picture().source()),
        UNKNOWN_SHARD,
        crop.picture().source(),
        crop.picture().subject(),
        crop.expression(),
        crop.picture().attributes(),
        crop.box(),
        crop.quality(),
        part,
        crop.sha256());
  }
}
