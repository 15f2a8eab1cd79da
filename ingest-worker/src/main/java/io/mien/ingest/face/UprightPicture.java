package io.mien.ingest.face;

/** A photo as the croppers see it, but whole: crops are placed in its pixels. */
@FunctionalInterface
public interface UprightPicture {

  /**
   * The photo in its own resolution, turned upright by EXIF, 8 bits a channel, transparent pixels
   * on white, without its metadata. The same bytes always give the same PNG.
   *
   * @throws io.mien.ingest.image.PictureRefused when the photo cannot be decoded
   */
  byte[] png(byte[] photo);
}
