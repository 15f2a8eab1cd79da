package io.mien.ingest.source.bucket;

import io.mien.contracts.failure.InvalidInput;
import io.mien.store.bucket.BucketReader;
import io.mien.store.bucket.SourceBuckets;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Single objects of the store that are named by their address, as far as they may be read at all.
 * Thread-safe.
 */
public record StoredObjects(BucketReader reader, SourceBuckets buckets) {

  public boolean allows(String bucket, String key) {
    return buckets.allows(bucket, key);
  }

  /** Where objects may lie, for a person. */
  public String places() {
    return buckets.places();
  }

  /**
   * How many bytes {@link #read} gives.
   *
   * @throws IOException when there is no such object
   * @throws InvalidInput {@code bucket-unreadable}
   */
  public long size(String bucket, String key) throws IOException {
    return reader.size(bucket, key).orElseThrow(() -> missing(bucket, key));
  }

  /**
   * @param bytes as {@link #size} told: no more is read of an object that grew
   * @throws IOException when the object was deleted meanwhile
   */
  public byte[] read(String bucket, String key, long bytes) throws IOException {
    try (InputStream in = reader.open(bucket, key, 0, bytes)) {
      return in.readAllBytes();
    } catch (InvalidInput e) {
      if (e.code().equals(PrefixFiles.MISSING)) {
        throw missing(bucket, key);
      }
      throw e;
    }
  }

  private static FileNotFoundException missing(String bucket, String key) {
    return new FileNotFoundException("there is no s3://%s/%s".formatted(bucket, key));
  }
}
