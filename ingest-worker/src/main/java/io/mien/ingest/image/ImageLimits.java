package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;

/**
 * The pictures that are decoded at all.
 *
 * @param maxBytes largest file
 * @param maxPixels most pixels; decoding takes 3 to 4 bytes for each
 * @param minSide shortest side in pixels
 */
public record ImageLimits(long maxBytes, long maxPixels, int minSide) {

  /** Refuses a file by its size alone. */
  public void checkSize(long bytes) {
    if (bytes == 0) {
      throw new PictureRefused(Rejection.Code.EMPTY_FILE, "the file has 0 bytes");
    }
    if (bytes > maxBytes) {
      throw new PictureRefused(
          Rejection.Code.TOO_LARGE,
          "the file has %,d bytes; at most %,d are read".formatted(bytes, maxBytes));
    }
  }

  /** Refuses a picture by the width and height in its header. */
  public void check(ImageHeader header) {
    String size = header.width() + "x" + header.height();
    if (header.pixels() > maxPixels) {
      throw new PictureRefused(
          Rejection.Code.TOO_LARGE,
          "%s is %,d pixels; at most %,d are decoded".formatted(size, header.pixels(), maxPixels));
    }
    if (Math.min(header.width(), header.height()) < minSide) {
      throw new PictureRefused(
          Rejection.Code.TOO_SMALL,
          "%s; the shorter side must have %d pixels".formatted(size, minSide));
    }
  }
}
