package io.mien.store.upload;

import io.mien.contracts.object.Bucket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Objects that come in parts from people who have links to put them, and exist once they are
 * complete: S3's multipart uploads. Thread-safe.
 *
 * <p>Every method throws {@link io.mien.contracts.failure.Unavailable} when the store cannot be
 * reached, and {@link io.mien.contracts.failure.InvalidInput} {@code upload-gone} when there is no
 * such upload (any more).
 */
public interface PartUploads {

  /** Bytes that every part but the last must have at least. */
  long SMALLEST_PART = 5L << 20;

  /** Most parts of one object. */
  int MOST_PARTS = 10_000;

  /**
   * An object that is not there yet.
   *
   * @param upload what the store calls the upload
   */
  record Target(Bucket bucket, String key, String upload) {}

  /**
   * A part that has come.
   *
   * @param number from 1
   * @param etag without quotes; the MD5 of the part in lower-case hexadecimal in stores that do not
   *     encrypt
   */
  record Part(int number, long bytes, String etag) {}

  Target begin(Bucket bucket, String key);

  /** The parts that have come, by number; some stores tell of none where there is no upload. */
  List<Part> parts(Target target);

  /** A link that lets anyone put a part for a while. */
  URI link(Target target, int number, Duration validFor);

  /** Makes the object of its parts. */
  void complete(Target target, List<Part> parts);

  /** Gives up, and frees what the parts take; nothing happens where there is no such upload. */
  void abort(Target target);
}
