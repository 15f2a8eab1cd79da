package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.terms.UsageTerms;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.pack.CropKeys;
import io.mien.ingest.split.ImageSplit;
import io.mien.ingest.split.LeakCheck;
import io.mien.ingest.split.Member;
import io.mien.ingest.split.OfficialSplit;
import io.mien.ingest.split.PublishedMember;
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

  DatasetManifest write(IngestDataset spec, UsageTerms terms, Extracted extracted, Path directory)
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
      return writer.finish(spec.name(), spec.recipe(), spec.split(), extracted.files(), terms);
    }
  }

  /** The part of every picture, by its source. */
  private static Map<String, Split> parts(SplitPolicy policy, List<Outcome.Cropped> crops) {
    return switch (policy.unit()) {
      case SUBJECT -> bySource(crops, SubjectSplit.of(members(crops), policy));
      case OFFICIAL -> bySource(crops, OfficialSplit.of(published(crops), policy));
      case IMAGE ->
          ImageSplit.of(crops.stream().map(crop -> crop.picture().source()).toList(), policy);
    };
  }

  private static Map<String, Split> bySource(
      List<Outcome.Cropped> crops, Map<String, Split> bySubject) {
    Map<String, Split> bySource = new HashMap<>();
    for (Outcome.Cropped crop : crops) {
      Split part = Objects.requireNonNull(bySubject.get(crop.picture().subject()));
      bySource.put(crop.picture().source(), part);
    }
    return bySource;
  }

  private static List<Member> members(List<Outcome.Cropped> crops) {
    return crops.stream().map(crop -> member(crop.picture())).toList();
  }

  private static List<PublishedMember> published(List<Outcome.Cropped> crops) {
    return crops.stream()
        .map(Outcome.Cropped::picture)
        .map(picture -> new PublishedMember(member(picture), Columns.partOf(picture).orElse(null)))
        .toList();
  }

  /** Shared out by expression, else by pose. */
  private static Member member(Picture picture) {
    String pose = picture.attributes().getOrDefault(Columns.POSE, "");
    return new Member(picture.subject(), Objects.requireNonNullElse(picture.expression(), pose));
  }

  private static CropRecord draft(Outcome.Cropped crop, Split part) {
    return new CropRecord(
        CropKeys.of(crop.picture().source()),
        UNKNOWN_SHARD,
        crop.picture().source(),
        crop.picture().subject(),
        crop.picture().expression(),
        crop.picture().attributes(),
        crop.box(),
        crop.quality(),
        part,
        crop.sha256());
  }
}
