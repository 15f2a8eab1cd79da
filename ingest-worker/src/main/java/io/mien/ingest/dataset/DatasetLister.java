package io.mien.ingest.dataset;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.terms.KnownTerms;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.choice.LayoutChoice;
import io.mien.ingest.layout.choice.PictureJson;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the pictures of a dataset and shares them out in parts. What cannot be used is refused
 * here, before the work. Thread-safe.
 */
public final class DatasetLister {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetLister.class);
  private static final String REJECTIONS = "rejections.jsonl";

  private final DatasetSources sources;
  private final ObjectStore store;
  private final int picturesPerPart;

  /**
   * @param picturesPerPart most pictures of a part, on average
   */
  public DatasetLister(DatasetSources sources, ObjectStore store, int picturesPerPart) {
    this.sources = sources;
    this.store = store;
    this.picturesPerPart = picturesPerPart;
  }

  /**
   * @throws io.mien.contracts.failure.InvalidInput when the dataset is not there, has another
   *     layout, or nothing of it can be used
   */
  public DatasetListed list(ListDataset task, TaskContext context) throws IOException {
    IngestDataset dataset = task.dataset();
    Path brought = context.workDirectory().resolve("source");
    DatasetFolder folder = DatasetFolder.of(sources.open(dataset.source(), brought));
    LayoutChoice choice = LayoutChoice.of(dataset.layout(), dataset.options(), folder);
    LOG.info(
        "Reading {} ({} files) as {}: {}",
        folder.root(),
        folder.files().size(),
        choice.layout().name(),
        choice.reason());
    checkTerms(dataset, choice.layout());
    DatasetListing listing =
        list(dataset.options(), folder, choice.layout()).without(Set.copyOf(dataset.erased()));
    new Usability(folder, dataset.options()).check(listing);
    SplitParts.check(dataset.split(), listing.pictures());
    context.throwIfStopping();
    return publish(task, choice, listing, context);
  }

  /** The rules of the run, now that the layout is known. */
  private static void checkTerms(IngestDataset dataset, DatasetLayout layout) {
    if (dataset.rules() != null) {
      dataset
          .rules()
          .check(
              "dataset '" + dataset.name() + "'",
              KnownTerms.complete(dataset.terms(), layout.name(), dataset.options()));
    }
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

  private DatasetListed publish(
      ListDataset task, LayoutChoice choice, DatasetListing listing, TaskContext context)
      throws IOException {
    Parts parts = Parts.of(listing.pictures().size(), picturesPerPart);
    List<PrefixRef> before = before(task);
    List<DatasetListed.Part> shared = new ArrayList<>();
    ProgressMeter progress =
        new ProgressMeter(context::progress, "list files", "parts", parts.count());
    for (List<Picture> part : parts.share(listing.pictures())) {
      context.throwIfStopping();
      int number = shared.size();
      ObjectRef pictures = put("parts/%05d.jsonl".formatted(number), part, context);
      shared.add(new DatasetListed.Part(pictures, part.size(), overlapping(parts, number, before)));
      progress.advance(1);
    }
    ObjectRef rejections = put(REJECTIONS, listing.rejections(), context);
    Listing index =
        new Listing(
            choice.layout().name(),
            rejections,
            shared.stream().map(DatasetListed.Part::pictures).toList());
    ObjectRef last =
        context
            .outputs()
            .put(
                Bucket.DATASETS,
                Listing.FILE,
                WireJson.MAPPER.writeValueAsBytes(index),
                "application/json");
    return new DatasetListed(
        context.outputs().asSet(last),
        choice.layout().name(),
        choice.reason(),
        listing.pictures().size() + listing.rejections().size(),
        RejectionCounts.of(listing.rejections()),
        shared);
  }

  /** What the parts of the version before gave, if they were cropped alike; else nothing. */
  private List<PrefixRef> before(ListDataset task) {
    PrefixRef previous = task.previous();
    if (previous == null) {
      return List.of();
    }
    DatasetManifest manifest = PreparedDataset.open(store, previous).manifest();
    List<PrefixRef> faces = manifest.faces();
    return faces == null || !manifest.recipe().equals(task.dataset().recipe()) ? List.of() : faces;
  }

  private static List<PrefixRef> overlapping(Parts parts, int part, List<PrefixRef> before) {
    return before.isEmpty()
        ? List.of()
        : parts.in(Parts.counted(before.size()), part).mapToObj(before::get).toList();
  }

  private static ObjectRef put(String name, List<?> values, TaskContext context)
      throws IOException {
    Path file = context.workDirectory().resolve("values.jsonl");
    new JsonLinesFile(file, PictureJson.MAPPER).write(values);
    return context.outputs().put(Bucket.DATASETS, name, file, JsonLinesFile.CONTENT_TYPE);
  }
}
