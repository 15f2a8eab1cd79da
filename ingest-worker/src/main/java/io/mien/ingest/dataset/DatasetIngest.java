package io.mien.ingest.dataset;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.terms.KnownTerms;
import io.mien.contracts.terms.UsageTerms;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.choice.LayoutChoice;
import io.mien.ingest.pack.ContactSheet;
import io.mien.ingest.split.DatasetSplit;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ingests a dataset: list, detect and crop, split, pack, upload. Every file ends as a crop or as a
 * rejection with its reason. The result depends on the dataset and the request alone, not on the
 * number of threads. Thread-safe.
 */
public final class DatasetIngest {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetIngest.class);

  private final FaceExtraction extraction;
  private final DatasetPack pack;
  private final ContactSheet sheet;
  private final ImageLimits limits;

  /**
   * @param threads that read pictures
   * @param cropsPerShard most crops in one tar shard
   */
  public DatasetIngest(
      FaceCroppers croppers,
      ContactSheet sheet,
      ImageLimits limits,
      int threads,
      int cropsPerShard) {
    this.extraction = new FaceExtraction(croppers, threads);
    this.pack = new DatasetPack(cropsPerShard);
    this.sheet = sheet;
    this.limits = limits;
  }

  /**
   * @throws io.mien.contracts.failure.InvalidInput when the dataset is not there, has another
   *     layout, or nothing of it can be used
   */
  public DatasetPrepared ingest(IngestDataset spec, TaskContext context) throws IOException {
    DatasetFolder folder = DatasetFolder.open(spec.source());
    LayoutChoice choice = LayoutChoice.of(spec.layout(), spec.options(), folder);
    LOG.info(
        "Reading {} ({} files) as {}: {}",
        folder.root(),
        folder.files().size(),
        choice.layout().name(),
        choice.reason());
    UsageTerms terms = terms(spec, choice.layout());
    Usability usability = new Usability(folder, spec.options());
    DatasetListing listing = list(spec.options(), folder, choice.layout());
    usability.check(listing);
    DatasetSplit.check(listing.pictures(), spec.split());

    ClassQuota quota = ClassQuota.of(spec.options(), spec.split().seed());
    Extracted extracted = extract(spec, listing, context).within(quota);
    usability.check(extracted);
    LOG.info("{} crops; {}", extracted.crops().size(), Usability.reasons(extracted.rejections()));

    context.throwIfStopping();
    Path directory = Files.createDirectories(context.workDirectory().resolve("dataset"));
    DatasetManifest manifest = pack.write(spec, terms, extracted, directory);
    byte[] contactSheet = sheet.draw(SheetSample.of(folder, listing, extracted));
    return new DatasetUpload(context, directory).upload(manifest, contactSheet);
  }

  /**
   * What is known of the pictures once the layout is.
   *
   * @throws io.mien.contracts.failure.InvalidInput when the rules of the run refuse them
   */
  private static UsageTerms terms(IngestDataset spec, DatasetLayout layout) {
    UsageTerms terms = KnownTerms.complete(spec.terms(), layout.name(), spec.options());
    if (spec.rules() != null) {
      spec.rules().check("dataset '" + spec.name() + "'", terms);
    }
    return terms;
  }

  static DatasetListing list(LayoutOptions options, DatasetFolder folder, DatasetLayout layout) {
    DatasetListing listing = layout.list(folder, options);
    Set<String> forgotten = listing.forgotten(folder.files());
    if (!forgotten.isEmpty()) {
      throw new IllegalStateException(
          "Layout %s says nothing of %d files, such as %s. Nothing was published; report this defect."
              .formatted(layout.name(), forgotten.size(), forgotten.iterator().next()));
    }
    return options.unlabelled() == Inclusion.INCLUDE ? listing.withUnlabelled() : listing;
  }

  private Extracted extract(IngestDataset spec, DatasetListing listing, TaskContext context)
      throws IOException {
    Path spool = Files.createDirectories(context.workDirectory().resolve("crops"));
    PictureReader reader = new PictureReader(spec.recipe(), limits, spool);
    List<Outcome> outcomes = extraction.extract(listing.pictures(), reader, context);
    return Extracted.of(outcomes, listing.rejections());
  }
}
