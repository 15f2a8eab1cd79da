package io.mien.ingest.dataset;

import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.terms.KnownTerms;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureContent;
import io.mien.ingest.image.PictureFile;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.choice.LayoutChoice;
import io.mien.ingest.pack.ContactSheet;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.store.dataset.DatasetFiles;
import io.mien.store.json.WireJson;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a dataset exactly as an ingest does, and makes none. Every file is counted as a crop or
 * as a rejection. What refuses an ingest as a whole is part of the answer, once the layout is
 * known. Thread-safe.
 */
public final class DatasetInspection {

  private final DatasetSources sources;
  private final FaceExtraction extraction;
  private final ContactSheet sheet;
  private final ImageLimits limits;

  /**
   * @param threads that read pictures
   */
  public DatasetInspection(
      DatasetSources sources,
      FaceCroppers croppers,
      ContactSheet sheet,
      ImageLimits limits,
      int threads) {
    this.sources = sources;
    this.extraction = new FaceExtraction(croppers, threads);
    this.sheet = sheet;
    this.limits = limits;
  }

  /**
   * @throws io.mien.contracts.failure.InvalidInput when the dataset is not there or has another
   *     layout
   */
  public DatasetInspected inspect(InspectDataset task, TaskContext context) throws IOException {
    IngestDataset dataset = task.dataset();
    DatasetFolder folder =
        DatasetFolder.of(sources.open(dataset.source(), context.workDirectory().resolve("source")));
    LayoutChoice choice = LayoutChoice.of(dataset.layout(), dataset.options(), folder);
    DatasetListing listing =
        DatasetLister.list(dataset.options(), folder, choice.layout())
            .without(Set.copyOf(dataset.erased()));
    ClassQuota quota = ClassQuota.of(dataset.options(), dataset.split().seed());
    if (task.depth() == InspectionDepth.LABELS) {
      Extracted headers = headers(listing, context).within(quota);
      return result(task, folder, choice, headers, null, context);
    }
    Map<String, PictureContent> contents = new HashMap<>();
    listing.pictures().forEach(picture -> contents.put(picture.source(), picture.content()));
    Map<String, PictureContent> crops = new HashMap<>();
    Extracted found = faces(task, listing, crops, context).within(quota);
    byte[] drawn = sheet.draw(SheetPictures.of(found, contents, crops).rows());
    ObjectRef contactSheet =
        context.outputs().put(Bucket.DATASETS, DatasetUpload.CONTACT_SHEET, drawn, "image/png");
    return result(task, folder, choice, found, contactSheet, context);
  }

  /**
   * @param crops takes the first crop of every picture, by its source
   */
  private Extracted faces(
      InspectDataset task,
      DatasetListing listing,
      Map<String, PictureContent> crops,
      TaskContext context)
      throws IOException {
    FaceSelection selection = task.dataset().options().selection();
    Path spool = Files.createDirectories(context.workDirectory().resolve("crops"));
    PictureReader reader = new PictureReader(task.dataset().recipe(), selection, limits, spool);
    List<Outcome> outcomes = extraction.extract(listing.pictures(), reader, context);
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Cropped crop) {
        crops.putIfAbsent(crop.picture().source(), new PictureFile(crop.png()));
      }
    }
    return Extracted.of(
        outcomes.stream().map(Outcome::found).toList(),
        listing.rejections(),
        selection.nearDuplicates());
  }

  private Extracted headers(DatasetListing listing, TaskContext context) {
    HeaderReader reader = new HeaderReader(limits);
    ProgressMeter progress =
        new ProgressMeter(context::progress, "read headers", "images", listing.pictures().size());
    List<FoundCrop> crops = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(listing.rejections());
    LabelVariety variety = new LabelVariety();
    for (Picture picture : listing.pictures()) {
      context.throwIfStopping();
      Optional<Rejection> rejection = reader.read(picture);
      if (rejection.isPresent()) {
        rejections.add(rejection.get());
      } else {
        crops.add(FoundCrop.of(picture));
        variety.add(picture.subject(), picture.expression(), picture.attributes());
      }
      progress.advance(1);
    }
    return new Extracted(crops, rejections, variety, crops.size() + rejections.size());
  }

  private static DatasetInspected result(
      InspectDataset task,
      DatasetFolder folder,
      LayoutChoice choice,
      Extracted found,
      @Nullable ObjectRef contactSheet,
      TaskContext context)
      throws IOException {
    IngestDataset dataset = task.dataset();
    String layout = choice.layout().name();
    Inspected counted = new Inspected(found);
    return new DatasetInspected(
        layout,
        choice.reason(),
        task.depth(),
        found.files(),
        found.crops().size(),
        counted.reasons(),
        counted.classes(),
        counted.subjects(),
        counted.parts(dataset.split()),
        List.copyOf(found.variety().attributes()),
        KnownTerms.complete(dataset.terms(), layout, dataset.options()),
        counted.refusal(new Usability(folder, dataset.options()), dataset.split()).orElse(null),
        rejectedFiles(found, context),
        contactSheet);
  }

  private static ObjectRef rejectedFiles(Extracted found, TaskContext context) throws IOException {
    Path file = context.workDirectory().resolve(DatasetFiles.REJECTIONS);
    new JsonLinesFile(file, WireJson.MAPPER).write(found.rejections());
    return context
        .outputs()
        .put(Bucket.DATASETS, DatasetFiles.REJECTIONS, file, JsonLinesFile.CONTENT_TYPE);
  }
}
