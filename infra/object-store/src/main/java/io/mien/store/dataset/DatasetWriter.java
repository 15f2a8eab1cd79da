package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a prepared dataset into a directory: shards of one part each, {@code manifest.jsonl},
 * {@code rejections.jsonl} and, last, {@code dataset.json}. The same crops in the same order give
 * the same bytes. Not thread-safe.
 */
public final class DatasetWriter implements Closeable {

  private final Path directory;
  private final int cropsPerShard;
  private final Map<PartKey, ShardWriter> open = new HashMap<>();
  private final Map<PartKey, Integer> opened = new HashMap<>();
  private final List<DatasetManifest.Shard> shards = new ArrayList<>();
  private final DatasetTally tally = new DatasetTally();
  private final Writer crops;
  private final Writer rejections;

  /**
   * @param directory empty, or not there yet
   * @param cropsPerShard most crops in one shard
   */
  public DatasetWriter(Path directory, int cropsPerShard) throws IOException {
    if (cropsPerShard < 1) {
      throw new IllegalArgumentException(
          "A shard of " + cropsPerShard + " crops holds nothing; choose 1 or more.");
    }
    this.directory = directory;
    this.cropsPerShard = cropsPerShard;
    Files.createDirectories(directory.resolve("shards"));
    this.crops = Files.newBufferedWriter(directory.resolve(DatasetFiles.CROPS));
    this.rejections = Files.newBufferedWriter(directory.resolve(DatasetFiles.REJECTIONS));
  }

  /** Adds a crop; shard and digest are filled in here and in the record that is returned. */
  public CropRecord add(CropRecord draft, byte[] png) throws IOException {
    ShardWriter shard = shardFor(PartKey.of(draft));
    CropRecord crop =
        new CropRecord(
            draft.key(),
            shard.name(),
            draft.source(),
            draft.subject(),
            draft.expression(),
            draft.attributes(),
            draft.box(),
            draft.quality(),
            draft.split(),
            Sha256.of(png),
            draft.fold());
    shard.add(crop, png);
    String line = WireJson.MAPPER.writeValueAsString(crop);
    crops.write(line + "\n");
    tally.count(crop, line);
    return crop;
  }

  public void reject(Rejection rejection) throws IOException {
    rejections.write(WireJson.MAPPER.writeValueAsString(rejection) + "\n");
    tally.count(rejection);
  }

  /**
   * Ends every file and writes the manifest, of pictures whose terms nobody states.
   *
   * @param files number of source files that were looked at
   */
  public DatasetManifest finish(String name, CropRecipe recipe, SplitPolicy policy, int files)
      throws IOException {
    return finish(name, recipe, policy, files, UsageTerms.UNKNOWN);
  }

  /** Ends every file and writes the manifest of a dataset whose source is not looked at again. */
  public DatasetManifest finish(
      String name, CropRecipe recipe, SplitPolicy policy, int files, UsageTerms terms)
      throws IOException {
    return finish(name, recipe, policy, files, terms, List.of());
  }

  /**
   * Ends every file and writes the manifest, with folds one for each of them, that of the first
   * fold last.
   *
   * @param files number of source files that were looked at
   * @param terms on which the crops may be used
   * @param faces what was found in each part of the source
   */
  public DatasetManifest finish(
      String name,
      CropRecipe recipe,
      SplitPolicy policy,
      int files,
      UsageTerms terms,
      List<PrefixRef> faces)
      throws IOException {
    for (ShardWriter shard : open.values()) {
      shards.add(shard.finish());
    }
    open.clear();
    crops.close();
    rejections.close();
    Described described = new Described(name, recipe, policy, files, terms, faces);
    if (policy.folds() == null) {
      return write(described, null);
    }
    for (int fold = policy.folds(); fold > 1; fold--) {
      write(described, fold);
    }
    return write(described, 1);
  }

  /** What the writer is told of the whole. */
  private record Described(
      String name,
      CropRecipe recipe,
      SplitPolicy policy,
      int files,
      UsageTerms terms,
      List<PrefixRef> faces) {}

  /** Writes the manifest where this fold tests; null without folds. */
  private DatasetManifest write(Described described, @Nullable Integer fold) throws IOException {
    SplitPolicy policy = described.policy();
    DatasetManifest manifest =
        new DatasetManifest(
            described.name(),
            tally.fingerprint(fold),
            tally.labels(),
            described.recipe(),
            policy,
            inReadingOrder(fold, policy),
            tally.crops(fold, policy),
            tally.subjects(fold, policy),
            tally.rejections(),
            described.files(),
            policy.unit() == SplitUnit.IMAGE ? tally.leak() : null,
            described.faces().isEmpty() ? null : described.faces(),
            tally.nearDuplicates(),
            fold,
            described.terms(),
            tally.balance());
    String file = fold == null ? DatasetFiles.MANIFEST : DatasetFiles.manifest(fold);
    Files.write(directory.resolve(file), WireJson.MAPPER.writeValueAsBytes(manifest));
    return manifest;
  }

  @Override
  public void close() throws IOException {
    for (ShardWriter shard : open.values()) {
      shard.close();
    }
    crops.close();
    rejections.close();
  }

  private ShardWriter shardFor(PartKey part) throws IOException {
    ShardWriter current = open.get(part);
    if (current != null && current.crops() < cropsPerShard) {
      return current;
    }
    if (current != null) {
      shards.add(current.finish());
    }
    int number = opened.merge(part, 1, Integer::sum) - 1;
    String name = DatasetFiles.shard(part.split(), part.fold(), number);
    ShardWriter next = new ShardWriter(name, part.split(), part.fold(), directory.resolve(name));
    open.put(part, next);
    return next;
  }

  private List<DatasetManifest.Shard> inReadingOrder(@Nullable Integer fold, SplitPolicy policy) {
    return shards.stream()
        .map(shard -> shard.in(new PartKey(shard.split(), shard.fold()).part(fold, policy)))
        .sorted(
            Comparator.comparing(DatasetManifest.Shard::split)
                .thenComparing(DatasetManifest.Shard::name))
        .toList();
  }
}
