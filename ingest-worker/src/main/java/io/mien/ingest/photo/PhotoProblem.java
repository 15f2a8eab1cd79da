package io.mien.ingest.photo;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.image.PictureRefused;

/** What is told of a photo that gives no crop, whether it came alone or among a million. */
public final class PhotoProblem {

  private PhotoProblem() {}

  /** Stable, for programs. */
  public static String code(PictureRefused refused) {
    return code(refused.code());
  }

  /**
   * What was found and what to do.
   *
   * @param photo its key, its name or its address
   */
  public static String message(String photo, PictureRefused refused) {
    return "Cannot prepare photo %s: %s. %s"
        .formatted(photo, refused.detail(), adviceOn(refused.code()));
  }

  /** The same of what the listing of a source refused. */
  public static String code(Rejection.Code code) {
    return switch (code) {
      case NO_FACE -> "no-face";
      case SEVERAL_FACES -> "several-faces";
      case EMPTY_FILE -> "photo-empty";
      case TOO_LARGE -> "photo-too-large";
      case TOO_SMALL -> "photo-too-small";
      case TRUNCATED -> "photo-truncated";
      case NOT_AN_IMAGE,
          UNSUPPORTED_FORMAT,
          UNREADABLE,
          UNKNOWN_LABEL,
          NO_LABEL,
          MISSING_FILE,
          DUPLICATE,
          NOT_CHOSEN,
          ERASED,
          MINOR,
          FACE_TOO_SMALL,
          TOO_BLURRED,
          TOO_DARK,
          TOO_BRIGHT,
          CLIPPED,
          TOO_TILTED,
          NEAR_DUPLICATE,
          UNSAFE_NAME,
          LINK,
          ENCRYPTED,
          DUPLICATE_NAME ->
          "photo-not-an-image";
    };
  }

  private static String adviceOn(Rejection.Code code) {
    return switch (code) {
      case NO_FACE -> "Send a photo of one face, upright and seen from the front.";
      case SEVERAL_FACES ->
          "Send a photo of one face, or say which of them is meant (face: prominent, largest or central).";
      default -> "Send a whole JPEG, PNG or still WebP.";
    };
  }
}
