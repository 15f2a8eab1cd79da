package io.mien.ingest.image;

/** Formats that are decoded. */
public enum ImageFormat {
  JPEG,
  PNG,
  WEBP
}
