package io.mien.ingest.source.archive;

import io.mien.contracts.dataset.Rejection;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/**
 * One member in the directory of a zip (APPNOTE.TXT 6.3.10, 4.3.12).
 *
 * @param name as far as it can be told
 * @param mode of Unix, where it was packed there; otherwise 0
 * @param place of its bytes
 */
record ZipRecord(String name, int flags, int method, int mode, Place place) {

  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int SIGNATURE = 0x02014b50;
  private static final int LENGTH = 46;
  private static final Set<Integer> UNIX = Set.of(3, 19);
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int FILE_TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;

  /**
   * @param offset of the local header
   * @param packed bytes in the zip
   * @param size bytes unpacked
   * @param nameLength bytes of the name
   */
  record Place(long offset, long packed, long size, long crc, int nameLength) {}

  /** Reads the next one. */
  static ZipRecord read(InputStream in) throws IOException {
    ByteBuffer fixed = bytes(in, LENGTH);
    if (fixed.getInt(0) != SIGNATURE) {
      throw new IOException("its directory is damaged");
    }
    byte[] name = bytes(in, unsigned(fixed, 28)).array();
    ZipExtra extra = new ZipExtra(bytes(in, unsigned(fixed, 30)));
    in.skipNBytes(unsigned(fixed, 32));
    int flags = unsigned(fixed, 8);
    int mode = UNIX.contains(unsigned(fixed, 4) >>> 8) ? fixed.getInt(38) >>> 16 : 0;
    ZipExtra.Sizes sizes =
        extra.sizes(
            new ZipExtra.Sizes(
                Integer.toUnsignedLong(fixed.getInt(24)),
                Integer.toUnsignedLong(fixed.getInt(20)),
                Integer.toUnsignedLong(fixed.getInt(42))));
    Place place =
        new Place(
            sizes.offset(),
            sizes.packed(),
            sizes.size(),
            Integer.toUnsignedLong(fixed.getInt(16)),
            name.length);
    return new ZipRecord(
        ZipNames.decode(name, flags, extra.unicodePath()), flags, unsigned(fixed, 10), mode, place);
  }

  boolean isFolder() {
    return name.endsWith("/") || name.endsWith("\\") || (mode & FILE_TYPE) == FOLDER;
  }

  /** Why its bytes are not read; empty when they are. */
  Optional<Refusal> refusal() {
    int type = mode & FILE_TYPE;
    if (type == LINK) {
      return refuse(Rejection.Code.LINK, "is a link, which is not followed in an archive");
    }
    if (type != 0 && type != REGULAR) {
      return refuse(Rejection.Code.LINK, "is a device, which is no file");
    }
    if ((flags & ENCRYPTED) != 0) {
      return refuse(Rejection.Code.ENCRYPTED, "is encrypted; pack it without a password");
    }
    if (method != STORED && method != DEFLATED) {
      return refuse(
          Rejection.Code.UNREADABLE,
          "is packed by method %d; pack it by the usual one, deflate".formatted(method));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refuse(Rejection.Code code, String detail) {
    return Optional.of(new Refusal(code, detail));
  }

  private static ByteBuffer bytes(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("its directory is cut off");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
