package io.mien.store.bucket;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads any bucket that our account may read, by its whole name; {@link SourceBuckets} says which
 * of them it should. What lies there was put there by others and may change. Thread-safe.
 *
 * <p>Every method throws {@link io.mien.contracts.failure.Unavailable} when the store cannot be
 * reached, and {@link io.mien.contracts.failure.InvalidInput} {@code bucket-unreadable} when there
 * is no such bucket or it is not ours to read.
 */
public interface BucketReader {

  /** One object of a listing. */
  record Listed(String key, long bytes) {}

  /** Hands over every object under a prefix in the order of the keys, and keeps none of them. */
  void list(String bucket, String prefix, Consumer<Listed> consumer);

  /** Whether there is any object under a prefix. */
  boolean holdsAny(String bucket, String prefix);

  /** Size of an object in bytes, or empty when there is none. */
  Optional<Long> size(String bucket, String key);

  /**
   * A part of an object, which the caller closes; it goes on by itself where a connection breaks.
   *
   * @param offset of its first byte, at most the size of the object
   * @throws io.mien.contracts.failure.InvalidInput {@code object-missing}
   */
  InputStream open(String bucket, String key, long offset, long length);
}
