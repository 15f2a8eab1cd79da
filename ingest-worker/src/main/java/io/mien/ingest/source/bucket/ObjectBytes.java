package io.mien.ingest.source.bucket;

import io.mien.ingest.source.archive.StoredBytes;
import io.mien.store.bucket.BucketReader;
import java.io.InputStream;

/**
 * One object of the store, such as an archive, read in parts over the network.
 *
 * @param size in bytes
 */
public record ObjectBytes(BucketReader reader, String bucket, String key, long size)
    implements StoredBytes {

  @Override
  public InputStream range(long offset, long length) {
    return reader.open(bucket, key, offset, Math.max(0, Math.min(length, size - offset)));
  }
}
