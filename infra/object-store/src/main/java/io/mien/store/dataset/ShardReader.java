package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.failure.InvalidInput;
import io.mien.store.json.WireJson;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the crops of one tar shard. The two entries of a crop stand beside each other, in either
 * order; entries of other kinds are passed over. Not thread-safe.
 */
final class ShardReader implements Closeable {

  private final String name;
  private final TarArchiveInputStream tar;
  private @Nullable Crop next;

  ShardReader(String name, Path file) throws IOException {
    this.name = name;
    this.tar =
        new TarArchiveInputStream(
            new BufferedInputStream(Files.newInputStream(file), 1 << 16), "UTF-8");
  }

  boolean hasNext() throws IOException {
    if (next == null) {
      next = readCrop();
    }
    return next != null;
  }

  Crop next() {
    Crop crop = next;
    if (crop == null) {
      throw new NoSuchElementException("No more crops in " + name);
    }
    next = null;
    return crop;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  private @Nullable Crop readCrop() throws IOException {
    String key = null;
    byte[] png = null;
    CropRecord crop = null;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String stem = entry.getName().replaceFirst("\\.(png|json)$", "");
      if (stem.equals(entry.getName())) {
        continue;
      }
      if (key != null && !key.equals(stem)) {
        throw incomplete(key);
      }
      key = stem;
      if (entry.getName().endsWith(".png")) {
        png = tar.readAllBytes();
      } else {
        crop = WireJson.MAPPER.readValue(tar.readAllBytes(), CropRecord.class);
      }
      if (png != null && crop != null) {
        return new Crop(crop, png);
      }
    }
    if (key != null) {
      throw incomplete(key);
    }
    return null;
  }

  private InvalidInput incomplete(String key) {
    return new InvalidInput(
        "dataset-corrupt",
        "Shard %s has no pair of %s.png and %s.json. Prepare the dataset again."
            .formatted(name, key, key));
  }
}
