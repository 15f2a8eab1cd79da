package io.mien.store.dataset;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Crops of one part of a dataset in the order of its shards. Holds one downloaded shard on disk and
 * one crop in memory at a time. Close it to remove the shard. Not thread-safe.
 */
public final class CropReader implements Iterator<Crop>, AutoCloseable {

  private final ObjectStore store;
  private final PrefixRef dataset;
  private final Iterator<DatasetManifest.Shard> shards;
  private final Path file;
  private @Nullable ShardReader current;
  private Split part = Split.TRAIN;

  CropReader(
      ObjectStore store, PrefixRef dataset, List<DatasetManifest.Shard> shards, Path directory) {
    this.store = store;
    this.dataset = dataset;
    this.shards = shards.iterator();
    try {
      this.file = Files.createTempFile(directory, "shard-", ".tar");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create a file in " + directory + " for shards", e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (current == null || !current.hasNext()) {
        if (!shards.hasNext()) {
          return false;
        }
        openNext();
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a shard of " + dataset.prefix(), e);
    }
  }

  /**
   * @throws io.mien.contracts.failure.InvalidInput when a shard is missing or corrupt
   */
  @Override
  public Crop next() {
    if (!hasNext() || current == null) {
      throw new NoSuchElementException("No more crops in " + dataset.prefix());
    }
    Crop crop = current.next();
    return crop.record().split() == part ? crop : new Crop(crop.record().in(part), crop.png());
  }

  @Override
  public void close() {
    try {
      if (current != null) {
        current.close();
      }
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  private void openNext() throws IOException {
    if (current != null) {
      current.close();
    }
    DatasetManifest.Shard shard = shards.next();
    store.download(
        new ObjectRef(
            dataset.bucket(), dataset.prefix() + shard.name(), shard.bytes(), shard.sha256()),
        file);
    current = new ShardReader(shard.name(), file);
    part = shard.split();
  }
}
