package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of pickles, read within bounds; errors name the file and the place. */
final class PickleSource {
  private static final int MAX_STRING = 1 << 20;
  private static final int MAX_LINE = 256;

  private final String file;
  private final ByteBuffer bytes;

  PickleSource(String file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return bytes.position();
  }

  int unsignedByte() {
    return need(1).get() & 0xff;
  }

  int unsignedShort() {
    return need(2).getShort() & 0xffff;
  }

  int signedInt() {
    return need(4).getInt();
  }

  long unsignedInt() {
    return signedInt() & 0xffffffffL;
  }

  long signedLong() {
    return need(8).getLong();
  }

  /** Python writes doubles big-endian. */
  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
  }

  String text(long length, Charset charset) {
    return new String(raw(length), charset);
  }

  byte[] raw(long length) {
    if (length < 0 || length > MAX_STRING) {
      throw refused("a value of %d bytes; at most %d are read".formatted(length, MAX_STRING));
    }
    ByteBuffer enough = need((int) length);
    byte[] raw = new byte[(int) length];
    enough.get(raw);
    return raw;
  }

  /** Up to the next line feed, without it. */
  String line() {
    StringBuilder line = new StringBuilder();
    for (int c = unsignedByte(); c != '\n'; c = unsignedByte()) {
      if (line.length() == MAX_LINE) {
        throw refused("a line of more than %d bytes".formatted(MAX_LINE));
      }
      line.append((char) c);
    }
    return new String(
        line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** The rest of the bytes, from here on. */
  ByteBuffer rest() {
    return bytes.slice();
  }

  InvalidCheckpoint refused(String what) {
    return new InvalidCheckpoint(
        "%s is refused at byte %d of its pickle: %s.".formatted(file, bytes.position(), what));
  }

  private ByteBuffer need(int count) {
    if (bytes.remaining() < count) {
      throw refused("it ends in the middle of a value, the file is cut off");
    }
    return bytes;
  }
}
