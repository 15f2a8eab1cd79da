package io.mien.ingest.dataset;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.NearDuplicates;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.terms.KnownTerms;
import io.mien.contracts.terms.UsageTerms;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.pack.ContactSheet;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.ingest.split.Assignment;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Splits the crops of a dataset and packs them for training; the same parts give the same bytes. Of
 * the crops, one part is on disk and one picture in memory at a time. Thread-safe.
 */
public final class DatasetPack {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetPack.class);

  private final DatasetSources sources;
  private final ObjectStore store;
  private final ContactSheet sheet;
  private final int cropsPerShard;

  /**
   * @param cropsPerShard most crops in one tar shard
   */
  public DatasetPack(
      DatasetSources sources, ObjectStore store, ContactSheet sheet, int cropsPerShard) {
    this.sources = sources;
    this.store = store;
    this.sheet = sheet;
    this.cropsPerShard = cropsPerShard;
  }

  /**
   * @throws io.mien.contracts.failure.InvalidInput when nothing can be learnt from what was found
   */
  public DatasetPrepared pack(PackDataset task, TaskContext context) throws IOException {
    Path work = context.workDirectory();
    DatasetFolder folder =
        DatasetFolder.of(sources.open(task.dataset().source(), work.resolve("source")));
    Listing listing = read(task.listing(), Listing.class);
    List<FoundPart> parts = parts(task.faces(), work);
    List<Path> pictures = parts.stream().map(FoundPart::pictures).toList();
    IngestDataset dataset = task.dataset();
    ClassQuota quota = ClassQuota.of(dataset.options(), dataset.split().seed());
    FaceSelection selection = dataset.options().selection();
    Extracted extracted =
        Extracted.read(pictures, refused(listing, work), selection.nearDuplicates()).within(quota);
    new Usability(folder, task.dataset().options()).check(extracted);
    LOG.info("{} crops; {}", extracted.crops().size(), Usability.reasons(extracted));

    context.throwIfStopping();
    SheetPictures shown = SheetPictures.choose(store, folder, listing, extracted, work);
    Path directory = Files.createDirectories(work.resolve("dataset"));
    DatasetManifest manifest =
        new CropPacking(
                task, extracted, partsBefore(task, work), terms(task, listing), cropsPerShard)
            .write(parts, shown, directory, context);
    warnOfNearDuplicates(manifest.nearDuplicates());
    return new DatasetUpload(context, directory).upload(manifest, sheet.draw(shown.rows()));
  }

  private static void warnOfNearDuplicates(@Nullable NearDuplicates near) {
    if (near != null && near.acrossParts() > 0) {
      LOG.warn(
          "{} pairs of different subjects look nearly the same and are in different parts of the split, which may leak; the first: {}",
          near.acrossParts(),
          near.leaks());
    }
  }

  private static UsageTerms terms(PackDataset task, Listing listing) {
    IngestDataset dataset = task.dataset();
    return KnownTerms.complete(dataset.terms(), listing.layout(), dataset.options());
  }

  /** Where the people are whom the version before had, if it was split by the same policy. */
  private Map<String, Assignment> partsBefore(PackDataset task, Path work) {
    PrefixRef previous = task.previous();
    Map<String, Assignment> parts = new HashMap<>();
    if (previous != null) {
      PreparedDataset before = PreparedDataset.open(store, previous, work);
      if (before.manifest().splitPolicy().equals(task.dataset().split())) {
        before.forEachRecord(
            crop -> parts.put(crop.subject(), new Assignment(crop.split(), crop.fold())));
      }
    }
    return parts;
  }

  private List<FoundPart> parts(List<PrefixRef> faces, Path work) throws IOException {
    Path directory = Files.createDirectories(work.resolve("found"));
    List<FoundPart> parts = new ArrayList<>();
    for (PrefixRef each : faces) {
      FoundFaces found = read(each, FoundFaces.class);
      Path pictures = directory.resolve(parts.size() + ".jsonl");
      store.download(found.pictures(), pictures);
      parts.add(new FoundPart(store, pictures, found.crops(), directory.resolve("crops.tar")));
    }
    return parts;
  }

  private List<Rejection> refused(Listing listing, Path work) throws IOException {
    Path file = work.resolve("refused.jsonl");
    store.download(listing.rejections(), file);
    List<Rejection> refused = new ArrayList<>();
    new JsonLinesFile(file, WireJson.MAPPER).forEach(Rejection.class, refused::add);
    return refused;
  }

  private <T> T read(PrefixRef set, Class<T> type) throws IOException {
    ObjectRef manifest = set.manifest();
    return WireJson.MAPPER.readValue(store.read(manifest), type);
  }
}
