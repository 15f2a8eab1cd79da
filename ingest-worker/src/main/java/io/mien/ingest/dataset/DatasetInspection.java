package io.mien.ingest.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.terms.KnownTerms;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.choice.LayoutChoice;
import io.mien.ingest.pack.ContactSheet;
import io.mien.store.dataset.DatasetFiles;
import io.mien.store.json.WireJson;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a dataset exactly as an ingest does, and makes none. Every file is counted as a crop or
 * as a rejection. What refuses an ingest as a whole is part of the answer, once the layout is
 * known. Thread-safe.
 */
public final class DatasetInspection {

  private final FaceExtraction extraction;
  private final ContactSheet sheet;
  private final ImageLimits limits;

  /**
   * @param threads that read pictures
   */
  public DatasetInspection(
      FaceCroppers croppers, ContactSheet sheet, ImageLimits limits, int threads) {
    this.extraction = new FaceExtraction(croppers, threads);
    this.sheet = sheet;
    this.limits = limits;
  }

  /**
   * @throws io.mien.contracts.failure.InvalidInput when the dataset is not there or has another
   *     layout
   */
  public DatasetInspected inspect(InspectDataset spec, TaskContext context) throws IOException {
    DatasetFolder folder = DatasetFolder.open(spec.source());
    LayoutChoice choice = LayoutChoice.of(spec.layout(), spec.options(), folder);
    DatasetListing listing = DatasetIngest.list(spec.options(), folder, choice.layout());
    if (spec.depth() == InspectionDepth.LABELS) {
      return result(spec, folder, choice, headers(listing, quota(spec), context), null, context);
    }
    Path spool = Files.createDirectories(context.workDirectory().resolve("crops"));
    PictureReader reader = new PictureReader(spec.recipe(), limits, spool);
    Extracted extracted =
        Extracted.of(extraction.extract(listing.pictures(), reader, context), listing.rejections())
            .within(quota(spec));
    byte[] drawn = sheet.draw(SheetSample.of(folder, listing, extracted));
    ObjectRef contactSheet =
        context.outputs().put(Bucket.DATASETS, "contact-sheet.png", drawn, "image/png");
    List<Picture> pictures = extracted.crops().stream().map(Outcome.Cropped::picture).toList();
    Inspected found = new Inspected(pictures, extracted.rejections());
    return result(spec, folder, choice, found, contactSheet, context);
  }

  private static ClassQuota quota(InspectDataset spec) {
    return ClassQuota.of(spec.options(), spec.split().seed());
  }

  private Inspected headers(DatasetListing listing, ClassQuota quota, TaskContext context) {
    HeaderReader reader = new HeaderReader(limits);
    ProgressMeter progress =
        new ProgressMeter(context::progress, "read headers", "images", listing.pictures().size());
    List<Picture> pictures = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(listing.rejections());
    for (Picture picture : listing.pictures()) {
      context.throwIfStopping();
      Optional<Rejection> rejection = reader.read(picture);
      rejection.ifPresentOrElse(rejections::add, () -> pictures.add(picture));
      progress.advance(1);
    }
    Map<String, Rejection> beyond = quota.beyond(pictures);
    pictures.removeIf(picture -> beyond.containsKey(picture.source()));
    rejections.addAll(beyond.values());
    rejections.sort(Comparator.comparing(Rejection::source).thenComparing(Rejection::detail));
    return new Inspected(pictures, rejections);
  }

  private static DatasetInspected result(
      InspectDataset spec,
      DatasetFolder folder,
      LayoutChoice choice,
      Inspected found,
      @Nullable ObjectRef contactSheet,
      TaskContext context)
      throws IOException {
    String layout = choice.layout().name();
    return new DatasetInspected(
        layout,
        choice.reason(),
        spec.depth(),
        found.files(),
        found.pictures().size(),
        found.reasons(),
        found.classes(),
        found.subjects(),
        found.parts(spec.split()),
        List.copyOf(LearnableLabels.of(found.pictures()).attributes()),
        KnownTerms.complete(spec.terms(), layout, spec.options()),
        found.refusal(new Usability(folder, spec.options()), spec.split()).orElse(null),
        rejectedFiles(found, context),
        contactSheet);
  }

  private static ObjectRef rejectedFiles(Inspected found, TaskContext context) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Rejection rejection : found.rejections()) {
      lines.append(WireJson.MAPPER.writeValueAsString(rejection)).append('\n');
    }
    return context
        .outputs()
        .put(
            Bucket.DATASETS,
            DatasetFiles.REJECTIONS,
            lines.toString().getBytes(UTF_8),
            "application/x-ndjson");
  }
}
