package io.mien.synth.image.c2pa;

import java.nio.ByteBuffer;

/** One segment APP11 as ISO 19566-5, annex D.2, has it, after the segments APP0. */
final class JpegCarrier implements Carrier {

  private static final int APP0 = 0xFFE0;
  private static final int APP11 = 0xFFEB;
  private static final short COMMON_IDENTIFIER = 0x4A50;

  /** Length, common identifier, number of the box, number of the segment. */
  private static final int HEAD = 2 + 2 + 2 + 4;

  private static final int MOST = 0xFFFF - HEAD;

  @Override
  public int place(byte[] file) {
    ByteBuffer jpeg = ByteBuffer.wrap(file);
    int place = 2;
    while ((jpeg.getShort(place) & 0xFFFF) == APP0) {
      place += 2 + (jpeg.getShort(place + 2) & 0xFFFF);
    }
    return place;
  }

  @Override
  public byte[] wrap(byte[] store) {
    if (store.length > MOST) {
      throw new IllegalArgumentException(
          "Embed a manifest of %d bytes in a JPEG: one segment holds %d. Sign with a shorter chain of certificates."
              .formatted(store.length, MOST));
    }
    return ByteBuffer.allocate(2 + HEAD + store.length)
        .putShort((short) APP11)
        .putShort((short) (HEAD + store.length))
        .putShort(COMMON_IDENTIFIER)
        .putShort((short) 1)
        .putInt(1)
        .put(store)
        .array();
  }
}
