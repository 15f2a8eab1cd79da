package io.mien.orchestrator.upload;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.rest.UploadCompletion;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import io.mien.store.upload.PartUploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

/** Whether what has come is what was sent. */
final class UploadCheck {

  private UploadCheck() {}

  /**
   * All parts from the first to the last, none of another size.
   *
   * @throws InvalidInput {@code upload-incomplete}
   */
  static void parts(Upload upload, List<PartUploads.Part> come, long bytes) {
    long partBytes = upload.parts().bytes();
    long expected = (bytes + partBytes - 1) / partBytes;
    for (int number = 1; number <= expected; number++) {
      long size = Math.min(partBytes, bytes - (number - 1) * partBytes);
      boolean right =
          number <= come.size()
              && come.get(number - 1).number() == number
              && come.get(number - 1).bytes() == size;
      if (!right) {
        throw incomplete(upload, "part %d has not come whole".formatted(number));
      }
    }
    if (come.size() > expected) {
      throw incomplete(
          upload, "%d parts have come, more than %,d bytes make".formatted(come.size(), bytes));
    }
  }

  /**
   * @throws InvalidInput {@code upload-corrupt}
   */
  static void whole(ObjectStore store, Upload upload, UploadCompletion whole) {
    MessageDigest digest = Sha256.digest();
    long bytes;
    try (InputStream in = store.open(Bucket.DATASETS, upload.key())) {
      bytes = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    } catch (IOException e) {
      throw new Unavailable(
          "store-unavailable",
          "Cannot check upload %s: the connection broke: %s. Complete it again."
              .formatted(upload.id(), e.getMessage()),
          e);
    }
    String sha256 = Sha256.hex(digest.digest());
    if (bytes != whole.bytes() || !sha256.equals(whole.sha256())) {
      throw new InvalidInput(
          "upload-corrupt",
          "Upload %s is not what was sent: expected %,d bytes of sha256 %s, found %,d bytes of sha256 %s. Send it again."
              .formatted(upload.id(), whole.bytes(), whole.sha256(), bytes, sha256));
    }
  }

  private static InvalidInput incomplete(Upload upload, String found) {
    return new InvalidInput(
        "upload-incomplete",
        "Cannot complete upload %s: %s. Send it and complete again.".formatted(upload.id(), found));
  }
}
