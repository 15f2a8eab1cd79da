package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;

/** Reads the first chunk of a still WebP (RFC 9649): lossy, lossless or extended. */
final class WebpHeader {

  private static final int RIFF_FRAME = 8;
  private static final int FIRST_CHUNK = 12;
  private static final int PAYLOAD = FIRST_CHUNK + 8;
  private static final int ANIMATION_FLAG = 0x02;
  private static final int ALPHA_FLAG = 0x10;
  private static final int SIZE_14_BITS = 0x3FFF;

  private WebpHeader() {}

  static ImageHeader read(Bytes file) {
    if (file.u32Little(4) + RIFF_FRAME > file.length()) {
      throw file.cutOff();
    }
    if (file.has(FIRST_CHUNK, "VP8 ")) {
      return header(
          file.u16Little(PAYLOAD + 6) & SIZE_14_BITS,
          file.u16Little(PAYLOAD + 8) & SIZE_14_BITS,
          ImageHeader.Transparency.OPAQUE);
    }
    if (file.has(FIRST_CHUNK, "VP8L")) {
      long bits = file.u32Little(PAYLOAD + 1);
      return header(
          (int) (bits & SIZE_14_BITS) + 1,
          (int) (bits >> 14 & SIZE_14_BITS) + 1,
          transparency((bits >> 28 & 1) != 0));
    }
    if (file.has(FIRST_CHUNK, "VP8X")) {
      return extended(file);
    }
    throw new PictureRefused(Rejection.Code.UNREADABLE, "the WebP has an unknown first chunk");
  }

  private static ImageHeader extended(Bytes file) {
    int flags = file.u8(PAYLOAD);
    if ((flags & ANIMATION_FLAG) != 0) {
      throw new PictureRefused(
          Rejection.Code.UNSUPPORTED_FORMAT, "an animated WebP; only still pictures are read");
    }
    return header(
        file.u24Little(PAYLOAD + 4) + 1,
        file.u24Little(PAYLOAD + 7) + 1,
        transparency((flags & ALPHA_FLAG) != 0));
  }

  private static ImageHeader.Transparency transparency(boolean alpha) {
    return alpha ? ImageHeader.Transparency.ALPHA : ImageHeader.Transparency.OPAQUE;
  }

  private static ImageHeader header(int width, int height, ImageHeader.Transparency transparency) {
    if (width == 0 || height == 0) {
      throw new PictureRefused(
          Rejection.Code.UNREADABLE, "the WebP says it is %dx%d".formatted(width, height));
    }
    return new ImageHeader(ImageFormat.WEBP, width, height, transparency);
  }
}
