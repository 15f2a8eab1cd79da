package io.mien.orchestrator.photo;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.PhotoLimits;

/** What is refused at the door, before anything is stored or decoded. */
public final class PhotoCheck {

  private PhotoCheck() {}

  /**
   * The photo's header.
   *
   * @throws InvalidInput {@code photo-empty}, {@code photo-too-large} or {@code photo-not-an-image}
   */
  public static PhotoHeader check(byte[] photo) {
    if (photo.length == 0) {
      throw new InvalidInput("photo-empty", "The photo has 0 bytes; send a JPEG, PNG or WebP.");
    }
    checkBytes(photo.length);
    PhotoHeader header =
        PhotoHeader.read(photo)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "photo-not-an-image",
                        "The photo's "
                            + photo.length
                            + " bytes do not begin as a JPEG, PNG or still WebP does; send one of these."));
    if (header.pixels() > PhotoLimits.MOST_PIXELS) {
      throw new InvalidInput(
          "photo-too-large",
          "The photo is %d x %d pixels, %.1f megapixels; send at most %d."
              .formatted(
                  header.width(),
                  header.height(),
                  header.pixels() / 1e6,
                  PhotoLimits.MOST_PIXELS / 1_000_000));
    }
    return header;
  }

  /** Judges the size alone. */
  public static void checkBytes(long bytes) {
    if (bytes > PhotoLimits.MOST_BYTES) {
      throw new InvalidInput(
          "photo-too-large",
          "The photo has "
              + bytes
              + " bytes; send at most "
              + PhotoLimits.MOST_BYTES
              + " (20 MiB).");
    }
  }
}
