package io.mien.ingest.source.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A file in a zip.
 *
 * @param offset of its header
 * @param span bytes from there to the next member's
 * @param packed bytes in the zip
 * @param method {@link ZipRecord#STORED} or {@link ZipRecord#DEFLATED}
 */
record ZipMember(long offset, long span, long packed, long size, long crc, int method)
    implements Member {

  static final int HEADER = 30;

  private static final int SIGNATURE = 0x04034b50;
  private static final int BUFFER = 1 << 13;

  @Override
  public InputStream open(StoredBytes archive) throws IOException {
    InputStream in = archive.range(offset, span);
    try {
      skipHeader(in);
      InputStream bytes = new FirstBytes(in, packed);
      return CheckedMember.ofChecksum(
          method == ZipRecord.DEFLATED ? new Inflated(bytes) : bytes, size, crc);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private void skipHeader(InputStream in) throws IOException {
    byte[] fixed = in.readNBytes(HEADER);
    if (fixed.length < HEADER) {
      throw new EOFException("the archive is cut off");
    }
    ByteBuffer header = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != SIGNATURE) {
      throw new IOException("the archive is damaged where it should begin");
    }
    int names = Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28));
    if (HEADER + names + packed > span) {
      throw new IOException("it shares bytes of the archive with another file");
    }
    in.skipNBytes(names);
  }

  /** Frees the memory outside the heap that inflating takes. */
  private static final class Inflated extends InflaterInputStream {

    Inflated(InputStream in) {
      super(in, new Inflater(true), BUFFER);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
