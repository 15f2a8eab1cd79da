package io.mien.synth.image.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A chunk {@code caBX} right after the header, before the pixels (C2PA, appendix on embedding). */
final class PngCarrier implements Carrier {

  /** The signature, and the header with its length, type and checksum. */
  private static final int AFTER_HEADER = 8 + 12 + 13;

  private static final byte[] TYPE = "caBX".getBytes(StandardCharsets.US_ASCII);

  @Override
  public int place(byte[] file) {
    return AFTER_HEADER;
  }

  @Override
  public byte[] wrap(byte[] store) {
    CRC32 checksum = new CRC32();
    checksum.update(TYPE);
    checksum.update(store);
    return ByteBuffer.allocate(12 + store.length)
        .putInt(store.length)
        .put(TYPE)
        .put(store)
        .putInt((int) checksum.getValue())
        .array();
  }
}
