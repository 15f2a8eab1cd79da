package io.mien.ingest.source.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The block in front of a member of a tar (POSIX.1-2017, pax, "ustar Interchange Format"; and GNU
 * tar's differences).
 *
 * @param name as this block has it
 * @param type one of ustar's letters
 * @param size bytes behind the block
 */
record TarHeader(String name, char type, long size) {

  static final int BLOCK = 512;

  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_LENGTH = 8;
  private static final byte[] USTAR = "ustar\0".getBytes(StandardCharsets.US_ASCII);

  /** Whether the checksum says that it is one; no other file has such a sum by chance. */
  static boolean isOne(byte[] block) {
    if (block.length < BLOCK) {
      return false;
    }
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
      unsigned += own ? ' ' : block[i] & 0xFF;
      signed += own ? ' ' : block[i];
    }
    long told = octal(block, CHECKSUM, CHECKSUM_LENGTH);
    return told > 0 && (told == unsigned || told == signed);
  }

  static TarHeader read(byte[] block) throws IOException {
    if (!isOne(block)) {
      throw new IOException("it is damaged: a checksum does not match");
    }
    long size = block[124] < 0 ? binary(block, 124, 12) : octal(block, 124, 12);
    if (size < 0) {
      throw new IOException("it is damaged: a size is no number");
    }
    return new TarHeader(name(block), (char) (block[156] & 0xFF), size);
  }

  /** Text up to its first zero. */
  static String text(byte[] bytes) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    byte[] text = Arrays.copyOf(bytes, length);
    return Text.utf8(text).orElseGet(() -> new String(text, StandardCharsets.ISO_8859_1));
  }

  private static String name(byte[] block) {
    byte[] name = Arrays.copyOfRange(block, 0, 100);
    boolean posix = Arrays.equals(Arrays.copyOfRange(block, 257, 263), USTAR);
    String prefix = posix ? text(Arrays.copyOfRange(block, 345, 500)) : "";
    return prefix.isEmpty() ? text(name) : prefix + "/" + text(name);
  }

  /** -1 when it is no number. */
  private static long octal(byte[] block, int from, int length) {
    String digits = text(Arrays.copyOfRange(block, from, from + length)).strip();
    if (!digits.matches("[0-7]*")) {
      return -1;
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  /** GNU tar's way to write what is too large for octal digits; -1 when it is negative or huge. */
  private static long binary(byte[] block, int from, int length) {
    long value = block[from] & 0x7F;
    for (int i = from + 1; i < from + length; i++) {
      if (value >>> 54 != 0) {
        return -1;
      }
      value = value << 8 | block[i] & 0xFF;
    }
    return value;
  }
}
