package io.mien.ingest.image;

/**
 * What a file says of its picture before it is decoded.
 *
 * @param width pixels, before EXIF orientation
 * @param height pixels, before EXIF orientation
 * @param transparency whether pixels may be transparent
 */
public record ImageHeader(ImageFormat format, int width, int height, Transparency transparency) {

  /** Whether a picture has an alpha channel. */
  public enum Transparency {
    OPAQUE,
    ALPHA
  }

  public long pixels() {
    return (long) width * height;
  }

  public int longestSide() {
    return Math.max(width, height);
  }
}
