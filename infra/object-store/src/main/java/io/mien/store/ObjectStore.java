package io.mien.store;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Immutable objects by bucket and key. Every implementation passes the same contract test.
 * Thread-safe.
 *
 * <p>Every method throws {@link io.mien.contracts.failure.Unavailable} when the store cannot be
 * reached, after its own short retries.
 */
public interface ObjectStore {

  /** Most objects that are listed, or deleted, at once: what S3 allows. */
  int LARGEST_PAGE = 1000;

  /**
   * One object of a listing.
   *
   * @param modifiedAt by the clock of the store
   */
  record Listed(String key, long bytes, Instant modifiedAt) {}

  /** Creates the buckets that are missing; safe to call from many processes at once. */
  void createBuckets();

  /** Stores the bytes, replacing what was there, and returns once the store has them. */
  ObjectRef put(Bucket bucket, String key, byte[] content, String contentType);

  /** Stores a file in the same way, without holding it in memory. */
  ObjectRef put(Bucket bucket, String key, Path file, String contentType);

  /**
   * The whole object, checked against the reference.
   *
   * @throws io.mien.contracts.failure.InvalidInput {@code object-missing} or {@code object-corrupt}
   */
  byte[] read(ObjectRef ref);

  /**
   * Downloads to a file, checked against the reference as {@link #read} does; the file appears only
   * when whole.
   */
  void download(ObjectRef ref, Path target);

  /**
   * The object as a stream, which the caller closes; not checked against the reference.
   *
   * @throws io.mien.contracts.failure.InvalidInput {@code object-missing}
   */
  InputStream open(Bucket bucket, String key);

  /** Size of an object in bytes, or empty when there is none. */
  Optional<Long> size(Bucket bucket, String key);

  /** Removes an object; removing what is not there is not an error. */
  void delete(Bucket bucket, String key);

  /**
   * Removes objects of one bucket; those that are not there are not an error.
   *
   * @param keys at most {@link #LARGEST_PAGE}
   */
  void delete(Bucket bucket, List<String> keys);

  /**
   * The first objects under a prefix, in the order of their keys. A listing may hold remains of
   * writes that were broken off.
   *
   * @param after only keys behind this one; empty for all
   * @param most at most {@link #LARGEST_PAGE}; fewer come only at the end
   */
  List<Listed> list(Bucket bucket, String prefix, String after, int most);
}
