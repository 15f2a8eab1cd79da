package io.mien.synth;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.networks.image.Png;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import io.mien.store.dataset.TarReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The crops of a part, and its photos where images are pasted, in the order of the items. Photos go
 * through files: in memory a few would be too much. Not thread-safe.
 */
final class ItemFaces implements Closeable {

  private final Path work;
  private final TarReader crops;
  private final @Nullable TarReader photos;

  private ItemFaces(Path work, TarReader crops, @Nullable TarReader photos) {
    this.work = work;
    this.crops = crops;
    this.photos = photos;
  }

  /** Fetches them. */
  static ItemFaces open(SynthesiseItems task, ObjectStore store, Path work) throws IOException {
    TarReader crops = tar(task.crops(), "crops.tar", store, work);
    try {
      ObjectRef photos = task.photos();
      return new ItemFaces(
          work, crops, photos == null ? null : tar(photos, "photos.tar", store, work));
    } catch (IOException | RuntimeException e) {
      crops.close();
      throw e;
    }
  }

  private static TarReader tar(ObjectRef ref, String name, ObjectStore store, Path work)
      throws IOException {
    Path file = work.resolve(name);
    store.download(ref, file);
    return new TarReader(file);
  }

  /** The face of the next item. */
  ItemFace next(PreparedItem item) throws IOException {
    byte[] crop = crops.next(item.cropName());
    if (photos == null) {
      return new ItemFace(item, Png.decode(crop), Sha256.of(crop), null);
    }
    byte[] whole = photos.next(item.cropName());
    Path photo = Files.write(work.resolve("photo-" + item.cropName()), whole);
    return new ItemFace(item, Png.decode(crop), Sha256.of(crop) + Sha256.of(whole), photo);
  }

  /** Passes over the next item. */
  void skip(PreparedItem item) throws IOException {
    byte[] unused = crops.next(item.cropName());
    if (photos != null) {
      unused = photos.next(item.cropName());
    }
  }

  @Override
  public void close() throws IOException {
    try (crops) {
      if (photos != null) {
        photos.close();
      }
    }
  }
}
