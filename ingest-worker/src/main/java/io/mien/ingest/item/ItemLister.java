package io.mien.ingest.item;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.task.ListItems;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.SourceListing;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the items of a bulk synthesis and shares them out in parts, line by line, so that a million
 * of them take no more memory than their ids' digests. Thread-safe.
 */
public final class ItemLister {

  private static final Logger LOG = LoggerFactory.getLogger(ItemLister.class);

  private final DatasetSources sources;
  private final ObjectStore store;
  private final int itemsPerPart;
  private final int mostItems;

  /**
   * @param itemsPerPart in a part; the last one may have fewer
   * @param mostItems lines of a synthesis; their ids take 27 to 80 bytes each
   */
  public ItemLister(DatasetSources sources, ObjectStore store, int itemsPerPart, int mostItems) {
    this.sources = sources;
    this.store = store;
    this.itemsPerPart = itemsPerPart;
    this.mostItems = mostItems;
  }

  /**
   * A bad item is told of in the errors, whatever the others are.
   *
   * @throws InvalidInput {@code no-items}, {@code too-many-items}, {@code items-missing}, {@code
   *     items-unreadable}, {@code object-missing}, or what {@link DatasetSources#open} throws
   */
  public ItemsListed list(ListItems task, TaskContext context) throws IOException {
    Path work = context.workDirectory();
    SourceFiles files =
        task.source() == null ? null : sources.open(task.source(), work.resolve("source"));
    ItemsPlace place = ItemsPlace.of(task, files);
    try (ItemParts parts = new ItemParts(context, itemsPerPart)) {
      if (place instanceof ItemsPlace.Pictures pictures) {
        takePictures(pictures, new PictureItems(task.options()), parts);
      } else {
        Path lines = ((ItemsPlace.Lines) place).bring(store, work);
        ItemPhotos photos = new ItemPhotos(files, sources.objects());
        takeLines(place, lines, new ItemCheck(task.options(), photos), parts);
      }
      if (parts.count() == 0) {
        throw new InvalidInput("no-items", place.empty());
      }
      ItemsListed listed = parts.finish();
      LOG.info("{}: {} items, {} refused", place, listed.accepted(), listed.failed());
      return listed;
    }
  }

  private void takeLines(ItemsPlace place, Path file, ItemCheck check, ItemParts parts)
      throws IOException {
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      for (Optional<ItemLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        checkCount(line.get().number(), place);
        if (!line.get().isBlank()) {
          parts.add(check.check(line.get()));
        }
      }
    }
  }

  private void takePictures(ItemsPlace.Pictures place, PictureItems items, ItemParts parts)
      throws IOException {
    SourceListing listing = place.files().list();
    int number = 0;
    for (String name : listing.files()) {
      if (NamePattern.isPicture(name)) {
        number++;
        checkCount(number, place);
        parts.add(items.item(number, name));
      }
    }
    for (Rejection rejection : listing.refused()) {
      number++;
      parts.add(items.item(number, rejection));
    }
  }

  private void checkCount(int number, ItemsPlace place) {
    if (number > mostItems) {
      throw new InvalidInput(
          "too-many-items",
          "Cannot list the items of %s: there are more than %,d lines or pictures; at most as many are read. Split them into several syntheses, or have the operator raise the limit."
              .formatted(place, mostItems));
    }
  }
}
