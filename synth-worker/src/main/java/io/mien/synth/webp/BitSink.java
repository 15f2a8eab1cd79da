package io.mien.synth.webp;

import java.util.Arrays;

/** Bits one after the other, the lowest of each byte first. Not thread-safe. */
final class BitSink {

  private byte[] bytes = new byte[1 << 12];
  private int length;
  private long waiting;
  private int bits;

  /**
   * Appends the lowest bits of a value.
   *
   * @param count at most 32
   */
  void put(int value, int count) {
    waiting |= (value & (1L << count) - 1) << bits;
    bits += count;
    while (bits >= Byte.SIZE) {
      append((byte) waiting);
      waiting >>>= Byte.SIZE;
      bits -= Byte.SIZE;
    }
  }

  /** All bytes, the last one filled up with zeros. */
  byte[] finish() {
    if (bits > 0) {
      append((byte) waiting);
      waiting = 0;
      bits = 0;
    }
    return Arrays.copyOf(bytes, length);
  }

  private void append(byte value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = value;
  }
}
