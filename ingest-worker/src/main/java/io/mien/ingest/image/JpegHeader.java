package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;

/** Reads the frame header of a JPEG (ITU-T T.81, annex B) and looks for its end marker. */
final class JpegHeader {

  private static final int FILL = 0xFF;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private JpegHeader() {}

  static ImageHeader read(Bytes file) {
    int width = 0;
    int height = 0;
    long at = 2;
    for (int marker = marker(file, at); marker != START_OF_SCAN; marker = marker(file, at)) {
      if (marker == FILL) {
        at++;
        continue;
      }
      if (isFrame(marker)) {
        height = file.u16(at + 5);
        width = file.u16(at + 7);
      }
      at += 2 + Math.max(2, file.u16(at + 2));
    }
    if (width == 0 || height == 0) {
      throw new PictureRefused(Rejection.Code.UNREADABLE, "the JPEG has no width and height");
    }
    requireEnd(file, at);
    return new ImageHeader(ImageFormat.JPEG, width, height, ImageHeader.Transparency.OPAQUE);
  }

  private static int marker(Bytes file, long at) {
    if (file.u8(at) != 0xFF) {
      throw new PictureRefused(Rejection.Code.UNREADABLE, "the JPEG has no marker at byte " + at);
    }
    return file.u8(at + 1);
  }

  /** Start-of-frame markers; C4, C8 and CC mean something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** Within scans every FF is stuffed, so an end marker after the first scan is the picture's. */
  private static void requireEnd(Bytes file, long scan) {
    for (long at = file.length() - 2L; at > scan; at--) {
      if (file.u8(at) == 0xFF && file.u8(at + 1) == END_OF_IMAGE) {
        return;
      }
    }
    throw file.cutOff();
  }
}
