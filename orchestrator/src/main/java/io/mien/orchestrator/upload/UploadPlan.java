package io.mien.orchestrator.upload;

import io.mien.contracts.dataset.DatasetPlace;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.UploadRequest;
import io.mien.store.upload.PartUploads;

/** Whether an upload can be, and into what parts it is cut. */
final class UploadPlan {

  private static final int LONGEST_TEXT = 200;
  private static final long MEBIBYTE = 1L << 20;

  /** A broken connection costs no more than this on a usual upload. */
  private static final long USUAL_PART = 16 * MEBIBYTE;

  /** What S3 holds in one object. */
  private static final long LARGEST = 5L << 40;

  /** The client may know the size only about; a tenth more is no harm. */
  private static final long PLANNED_PARTS = PartUploads.MOST_PARTS * 9L / 10;

  private UploadPlan() {}

  /**
   * @throws InvalidInput {@code bad-field} or {@code dataset-source-unsupported}
   */
  static void check(UploadRequest request) {
    if (!DatasetPlace.isArchive(request.name())) {
      throw new InvalidInput(
          "dataset-source-unsupported",
          "Upload '%s': only archives are taken (%s); pack the folder first."
              .formatted(request.name(), String.join(", ", DatasetPlace.ARCHIVES)));
    }
    checkText("name", request.name());
    checkText("fingerprint", request.fingerprint());
    if (request.bytes() < 1 || request.bytes() > LARGEST) {
      throw new InvalidInput(
          "bad-field",
          "The field 'bytes' is %,d; an archive has 1 to %,d.".formatted(request.bytes(), LARGEST));
    }
  }

  /** Whole mebibytes, so many that the parts suffice. */
  static long partBytes(long bytes) {
    long least = (bytes / PLANNED_PARTS / MEBIBYTE + 1) * MEBIBYTE;
    return Math.max(USUAL_PART, least);
  }

  private static void checkText(String field, String text) {
    if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "bad-field",
          "The field '%s' has %d characters, or characters that nobody sees; send at most %d."
              .formatted(field, text.length(), LONGEST_TEXT));
    }
  }
}
