package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A prepared dataset in the object store, read with constant memory. Thread-safe. */
public final class PreparedDataset {

  private final ObjectStore store;
  private final PrefixRef dataset;
  private final Path workDirectory;
  private final DatasetManifest manifest;

  private PreparedDataset(
      ObjectStore store, PrefixRef dataset, Path workDirectory, DatasetManifest manifest) {
    this.store = store;
    this.dataset = dataset;
    this.workDirectory = workDirectory;
    this.manifest = manifest;
  }

  /** Opens a dataset whose shards, one for each reader, lie in the system's temporary directory. */
  public static PreparedDataset open(ObjectStore store, PrefixRef dataset) {
    return open(store, dataset, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param workDirectory where shards lie while they are read; one for each reader
   * @throws InvalidInput when the manifest is missing, corrupt or no manifest of a dataset
   */
  public static PreparedDataset open(ObjectStore store, PrefixRef dataset, Path workDirectory) {
    byte[] content = store.read(dataset.manifest());
    try {
      DatasetManifest manifest = WireJson.MAPPER.readValue(content, DatasetManifest.class);
      return new PreparedDataset(store, dataset, workDirectory, manifest);
    } catch (IOException | RuntimeException e) {
      throw new InvalidInput(
          "dataset-corrupt",
          "Cannot open dataset %s: its manifest %s is not readable: %s"
              .formatted(dataset.prefix(), dataset.manifest().key(), e.getMessage()),
          e);
    }
  }

  public DatasetManifest manifest() {
    return manifest;
  }

  /** Number of crops of a part. */
  public int crops(Split split) {
    return shards(split).stream().mapToInt(DatasetManifest.Shard::crops).sum();
  }

  /** The crops of a part in their order; the caller closes the reader. */
  public CropReader read(Split split) {
    return new CropReader(store, dataset, shards(split), workDirectory);
  }

  /** Hands over the crops of a part, one after another, in their order. */
  public void forEachCrop(Split split, Consumer<Crop> consumer) {
    try (CropReader reader = read(split)) {
      reader.forEachRemaining(consumer);
    }
  }

  /** Hands over what is known of every crop of a part, without the pictures. */
  public void forEachRecord(Split split, Consumer<CropRecord> consumer) {
    forEachRecord(
        crop -> {
          if (crop.split() == split) {
            consumer.accept(crop);
          }
        });
  }

  /** Hands over what is known of every crop of all parts, without the pictures. */
  public void forEachRecord(Consumer<CropRecord> consumer) {
    String key = dataset.prefix() + DatasetFiles.CROPS;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(store.open(dataset.bucket(), key), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        CropRecord crop = WireJson.MAPPER.readValue(line, CropRecord.class);
        consumer.accept(crop.in(manifest.partOf(crop)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + key + " of dataset " + manifest.name(), e);
    }
  }

  private List<DatasetManifest.Shard> shards(Split split) {
    return manifest.shards().stream().filter(shard -> shard.split() == split).toList();
  }
}
