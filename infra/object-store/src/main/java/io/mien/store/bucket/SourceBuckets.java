package io.mien.store.bucket;

import io.mien.contracts.failure.InvalidInput;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where in the object store datasets may come from. Whoever may register a dataset reads with our
 * account, so this is the limit of what they can make us read: what was uploaded for the purpose,
 * and the buckets that an operator names.
 *
 * @param namespace first part of the names of our own buckets
 * @param others whole names of buckets, all of which may be read
 */
public record SourceBuckets(String namespace, Set<String> others) {

  /** Under which uploads lie in the bucket of datasets. */
  public static final String UPLOADS = "uploads/";

  public SourceBuckets {
    others = Set.copyOf(others);
  }

  /**
   * @param key of an archive, or a prefix
   * @throws InvalidInput {@code dataset-source-forbidden}
   */
  public void check(String bucket, String key) {
    if (!allows(bucket, key)) {
      throw new InvalidInput(
          "dataset-source-forbidden",
          "Cannot ingest s3://%s/%s: datasets come from %s.".formatted(bucket, key, described()));
    }
  }

  /** Whether an object or a prefix may be read for somebody. */
  public boolean allows(String bucket, String key) {
    return bucket.equals(ours()) && key.startsWith(UPLOADS) || others.contains(bucket);
  }

  /** What is allowed, and what to do about the rest; for the end of a sentence. */
  public String described() {
    return "s3://%s/%s%s. Put it there, or have an operator name the bucket in MIEN_SOURCES_BUCKETS"
        .formatted(ours(), UPLOADS, named());
  }

  /** The bucket that uploads go to. */
  public String ours() {
    return namespace + "-datasets";
  }

  private String named() {
    return others.isEmpty() ? "" : " and the buckets " + String.join(", ", new TreeSet<>(others));
  }
}
