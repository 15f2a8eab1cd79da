package io.mien.ingest.item;

import com.fasterxml.jackson.databind.MappingIterator;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.contracts.task.PrepareItems;
import io.mien.ingest.face.CropperThreads;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.face.UprightPicture;
import io.mien.ingest.image.ImageLimits;
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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Prepares the photos of one part of a bulk synthesis. Every item ends as a crop or as a failed
 * item with its reason; the result depends on the photos and the recipe alone. Thread-safe.
 */
public final class ItemPreparation {

  private static final CropperThreads.Shown SHOWN =
      new CropperThreads.Shown("prepare photos", "items");

  private final DatasetSources sources;
  private final ObjectStore store;
  private final CropperThreads threads;
  private final UprightPicture upright;
  private final ImageLimits limits;

  /**
   * @param upright makes the whole photos where they are kept
   * @param limits of photos
   * @param threads that read photos
   */
  public ItemPreparation(
      DatasetSources sources,
      ObjectStore store,
      FaceCroppers croppers,
      UprightPicture upright,
      ImageLimits limits,
      int threads) {
    this.sources = sources;
    this.store = store;
    this.threads = new CropperThreads(croppers, threads);
    this.upright = upright;
    this.limits = limits;
  }

  /**
   * @throws io.mien.contracts.failure.Unavailable while a photo's place cannot be reached
   * @throws io.mien.contracts.failure.InvalidInput when the source as a whole is gone, or the
   *     recipe is none that we have
   */
  public ItemsPrepared prepare(PrepareItems task, TaskContext context) throws IOException {
    Path work = context.workDirectory();
    List<ListedItem> items = items(task.items(), work.resolve("part.jsonl"));
    SourceFiles files =
        task.source() == null ? null : sources.open(task.source(), work.resolve("source"));
    ItemReader reader =
        new ItemReader(
            new ItemPhotos(files, sources.objects()),
            limits,
            task.recipe(),
            task.keepsPhotos() ? upright : null,
            Files.createDirectories(work.resolve("crops")));
    List<PreparedOutcome> outcomes =
        threads.run(items, (item, number, cropper) -> reader.read(item, cropper), SHOWN, context);
    return publish(outcomes, task.keepsPhotos(), context);
  }

  private List<ListedItem> items(ObjectRef part, Path file) throws IOException {
    store.download(part, file);
    try (MappingIterator<ListedItem> lines =
        WireJson.MAPPER.readerFor(ListedItem.class).readValues(file.toFile())) {
      return lines.readAll();
    }
  }

  private static ItemsPrepared publish(
      List<PreparedOutcome> outcomes, boolean keepsPhotos, TaskContext context) throws IOException {
    Path work = context.workDirectory();
    List<PreparedOutcome.Cropped> cropped = new ArrayList<>();
    try (LinesFile items = new LinesFile(work.resolve("items.jsonl"));
        LinesFile errors = new LinesFile(work.resolve("errors.jsonl"))) {
      for (PreparedOutcome outcome : outcomes) {
        if (outcome instanceof PreparedOutcome.Cropped crop) {
          cropped.add(crop);
          items.add(crop.item());
        } else {
          errors.add(((PreparedOutcome.Refused) outcome).item());
        }
      }
      return new ItemsPrepared(
          items.count(),
          errors.count(),
          packed("crops.tar", cropped, PreparedOutcome.Cropped::png, context),
          items.upload(context.outputs(), "items.jsonl"),
          errors.count() == 0 ? null : errors.upload(context.outputs(), "errors.jsonl"),
          keepsPhotos
              ? packed("photos.tar", cropped, each -> Objects.requireNonNull(each.photo()), context)
              : null);
    }
  }

  private static ObjectRef packed(
      String name,
      List<PreparedOutcome.Cropped> cropped,
      Function<PreparedOutcome.Cropped, Path> picture,
      TaskContext context)
      throws IOException {
    Path tar = context.workDirectory().resolve(name);
    try (TarWriter pictures = new TarWriter(tar)) {
      for (PreparedOutcome.Cropped each : cropped) {
        pictures.add(each.item().cropName(), Files.readAllBytes(picture.apply(each)));
      }
    }
    context.throwIfStopping();
    return context.outputs().put(Bucket.SYNTHESES, name, tar, "application/x-tar");
  }
}
