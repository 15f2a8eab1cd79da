package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;

/** Reads the chunks of a PNG (ISO/IEC 15948), without their content. */
final class PngHeader {

  private static final long FIRST_CHUNK = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int ALPHA_BIT = 4;

  private PngHeader() {}

  static ImageHeader read(Bytes file) {
    if (!file.has(FIRST_CHUNK + 4, "IHDR")) {
      throw new PictureRefused(Rejection.Code.UNREADABLE, "the PNG has no header chunk");
    }
    long width = file.u32(FIRST_CHUNK + 8);
    long height = file.u32(FIRST_CHUNK + 12);
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new PictureRefused(
          Rejection.Code.UNREADABLE, "the PNG says it is %dx%d".formatted(width, height));
    }
    boolean alpha = (file.u8(FIRST_CHUNK + 17) & ALPHA_BIT) != 0;
    long at = FIRST_CHUNK;
    while (!file.has(at + 4, "IEND")) {
      alpha |= file.has(at + 4, "tRNS");
      at += CHUNK_FRAME + file.u32(at);
    }
    if (at + CHUNK_FRAME > file.length()) {
      throw file.cutOff();
    }
    return new ImageHeader(
        ImageFormat.PNG,
        (int) width,
        (int) height,
        alpha ? ImageHeader.Transparency.ALPHA : ImageHeader.Transparency.OPAQUE);
  }
}
