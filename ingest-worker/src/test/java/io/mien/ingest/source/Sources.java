package io.mien.ingest.source;

import io.mien.ingest.source.archive.ArchiveLimits;
import io.mien.ingest.source.archive.Archives;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.bucket.SourceBuckets;
import io.mien.store.minio.MinioBucketReader;
import java.net.URI;
import java.util.Set;

/** Sources as the tests open them. */
public final class Sources {

  public static final ArchiveLimits LIMITS = new ArchiveLimits(1_000_000, 1L << 32, 200);

  /** For datasets on this machine: the store of these sources is away. */
  public static final DatasetSources LOCAL =
      of(new ObjectStoreConfig(URI.create("http://127.0.0.1:1"), "key", "secret", "mien-test"));

  private Sources() {}

  /**
   * @param others buckets that datasets may come from, too
   */
  public static DatasetSources of(ObjectStoreConfig store, String... others) {
    return new DatasetSources(
        new Archives(LIMITS),
        new MinioBucketReader(store),
        new SourceBuckets(store.namespace(), Set.of(others)),
        LIMITS.members());
  }
}
