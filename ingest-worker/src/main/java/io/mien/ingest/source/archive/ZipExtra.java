package io.mien.ingest.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** What a zip says of a member beyond the fixed fields (APPNOTE.TXT 6.3.10, 4.5 and 4.6.9). */
record ZipExtra(ByteBuffer fields) {

  private static final int ZIP_64 = 0x0001;
  private static final int UNICODE_PATH = 0x7075;
  private static final long IN_THE_EXTRA = 0xFFFFFFFFL;

  /** What is too large for 32 bits stands in the extra field, in this order. */
  record Sizes(long size, long packed, long offset) {}

  /**
   * @param fixed as the fixed fields have them
   */
  Sizes sizes(Sizes fixed) throws IOException {
    ByteBuffer large = field(ZIP_64).orElseGet(() -> ByteBuffer.allocate(0));
    Sizes sizes =
        new Sizes(
            next(fixed.size(), large), next(fixed.packed(), large), next(fixed.offset(), large));
    if (sizes.size < 0 || sizes.packed < 0 || sizes.offset < 0) {
      throw new IOException("its directory is damaged: a size is negative");
    }
    return sizes;
  }

  /** Version, CRC-32 of the name that it stands for, and the name in UTF-8. */
  Optional<ByteBuffer> unicodePath() {
    return field(UNICODE_PATH);
  }

  private static long next(long fixed, ByteBuffer large) {
    return fixed == IN_THE_EXTRA && large.remaining() >= Long.BYTES ? large.getLong() : fixed;
  }

  private Optional<ByteBuffer> field(int id) {
    int at = 0;
    while (at + 4 <= fields.limit()) {
      int length = Short.toUnsignedInt(fields.getShort(at + 2));
      if (at + 4 + length > fields.limit()) {
        return Optional.empty();
      }
      if (Short.toUnsignedInt(fields.getShort(at)) == id) {
        return Optional.of(fields.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN));
      }
      at += 4 + length;
    }
    return Optional.empty();
  }
}
