package io.mien.orchestrator.upload;

import io.mien.contracts.id.UploadId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.rest.UploadView;
import io.mien.store.ObjectKeys;
import io.mien.store.upload.PartUploads;
import java.time.Instant;

/**
 * An archive that somebody sends.
 *
 * @param name as its client calls it
 * @param expiresAt when it is given up if it is still open
 */
public record Upload(
    UploadId id,
    Sender sender,
    String name,
    UploadView.State state,
    Parts parts,
    Instant expiresAt) {

  private static final int LONGEST_SEGMENT = 200;

  /**
   * Who sends what.
   *
   * @param fingerprint by which the client knows it again
   */
  public record Sender(String client, String fingerprint) {}

  /**
   * How it comes.
   *
   * @param bytes of every part but the last
   * @param storeUpload what the object store calls the upload
   */
  public record Parts(long bytes, String storeUpload) {}

  /** Where it comes to lie in the bucket of datasets. */
  public String key() {
    return key(id, name);
  }

  Upload in(UploadView.State other) {
    return new Upload(id, sender, name, other, parts, expiresAt);
  }

  PartUploads.Target target() {
    return new PartUploads.Target(Bucket.DATASETS, key(), parts.storeUpload());
  }

  /** The end of the name tells what kind of archive it is, so that it is kept. */
  static String key(UploadId id, String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String end = plain.substring(Math.max(0, plain.length() - LONGEST_SEGMENT));
    return ObjectKeys.upload(id, end);
  }
}
