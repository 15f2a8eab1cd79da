package io.mien.ingest.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the directory of a zip lies, as the records at its end tell (APPNOTE.TXT 6.3.10, 4.3.14 to
 * 4.3.16).
 *
 * @param start of the directory
 * @param length of the directory in bytes
 * @param shift bytes that somebody put in front of the zip, such as a program that unpacks it
 */
record ZipEnd(long start, long length, long shift) {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LENGTH = 56;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /**
   * @throws IOException when there is no such end, as in a file that was cut off
   */
  static ZipEnd find(StoredBytes zip) throws IOException {
    long size = zip.size();
    int length = (int) Math.min(size, LOCATOR_LENGTH + END_LENGTH + LONGEST_COMMENT);
    ByteBuffer tail = bytes(zip, size - length, length);
    for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        return read(zip, tail, at, size - length);
      }
    }
    throw new IOException("it has no directory at its end, so that it is cut off or no zip");
  }

  private static ZipEnd read(StoredBytes zip, ByteBuffer tail, int at, long tailStart)
      throws IOException {
    int locator = at - LOCATOR_LENGTH;
    if (locator >= 0 && tail.getInt(locator) == LOCATOR) {
      return read64(zip, tail.getLong(locator + 8), tailStart + locator);
    }
    if (tail.getShort(at + 4) != 0) {
      throw new IOException("it is one part of several; join them");
    }
    long length = Integer.toUnsignedLong(tail.getInt(at + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
    return of(tailStart + at, length, offset);
  }

  /**
   * @param told where the record says that it lies
   * @param end where it ends
   */
  private static ZipEnd read64(StoredBytes zip, long told, long end) throws IOException {
    for (long at : new long[] {told, end - END_64_LENGTH}) {
      if (at >= 0 && at <= end - END_64_LENGTH) {
        ByteBuffer record = bytes(zip, at, END_64_LENGTH);
        if (record.limit() == END_64_LENGTH && record.getInt(0) == END_64) {
          return of(at, record.getLong(40), record.getLong(48));
        }
      }
    }
    throw new IOException("the end of its directory is damaged");
  }

  private static ZipEnd of(long end, long length, long offset) throws IOException {
    long start = end - length;
    if (length < 0 || offset < 0 || start < offset) {
      throw new IOException("its directory would begin before the file does: it is damaged");
    }
    return new ZipEnd(start, length, start - offset);
  }

  private static ByteBuffer bytes(StoredBytes zip, long offset, int length) throws IOException {
    try (InputStream in = zip.range(offset, length)) {
      return ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
