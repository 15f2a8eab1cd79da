package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Split;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One tar shard in the WebDataset convention: {@code <key>.png} and then {@code <key>.json} for
 * each crop. The same crops in the same order give the same bytes. Not thread-safe.
 */
public final class ShardWriter implements Closeable {

  private final String name;
  private final Split split;
  private final @Nullable Integer fold;
  private final Path file;
  private final TarWriter tar;
  private int crops;

  /**
   * @param name of the shard relative to the dataset's prefix, for example {@code
   *     shards/train-00000.tar}
   * @param fold of its crops; null without folds
   * @param file where it is written; its directory must be there
   */
  public ShardWriter(String name, Split split, @Nullable Integer fold, Path file)
      throws IOException {
    this.name = name;
    this.split = split;
    this.fold = fold;
    this.file = file;
    this.tar = new TarWriter(file);
  }

  /** Adds a crop whose record names this shard and split. */
  public void add(CropRecord crop, byte[] png) throws IOException {
    if (!crop.shard().equals(name) || crop.split() != split) {
      throw new IllegalArgumentException(
          "Crop %s belongs to %s of part %s, not to %s of part %s."
              .formatted(crop.key(), crop.shard(), crop.split(), name, split));
    }
    tar.add(crop.key() + ".png", png);
    tar.add(crop.key() + ".json", WireJson.MAPPER.writeValueAsBytes(crop));
    crops++;
  }

  public String name() {
    return name;
  }

  public int crops() {
    return crops;
  }

  /** Ends the file and describes it for the dataset's manifest. */
  public DatasetManifest.Shard finish() throws IOException {
    tar.close();
    return new DatasetManifest.Shard(name, split, crops, Files.size(file), Sha256.of(file), fold);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
