package io.mien.ingest.image;

import io.mien.contracts.dataset.Rejection;
import java.nio.charset.StandardCharsets;

/** A file read by position; going past its end means that the file was cut off. */
final class Bytes {

  private final byte[] content;

  Bytes(byte[] content) {
    this.content = content;
  }

  int length() {
    return content.length;
  }

  int u8(long at) {
    if (at < 0 || at >= content.length) {
      throw cutOff();
    }
    return content[(int) at] & 0xFF;
  }

  int u16(long at) {
    return u8(at) << 8 | u8(at + 1);
  }

  long u32(long at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  int u16Little(long at) {
    return u8(at + 1) << 8 | u8(at);
  }

  int u24Little(long at) {
    return u8(at + 2) << 16 | u16Little(at);
  }

  long u32Little(long at) {
    return (long) u16Little(at + 2) << 16 | u16Little(at);
  }

  /** Whether the text stands here, in Latin-1; false beyond the end. */
  boolean has(long at, String text) {
    if (at + text.length() > content.length) {
      return false;
    }
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    return java.util.Arrays.equals(
        content, (int) at, (int) at + expected.length, expected, 0, expected.length);
  }

  PictureRefused cutOff() {
    return new PictureRefused(
        Rejection.Code.TRUNCATED, "the file ends after %,d bytes".formatted(content.length));
  }
}
