package io.mien.ingest.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** Gives what an archive said that it would, and fails as soon as it is something else. */
final class CheckedMember extends InputStream {

  private final InputStream in;
  private final long size;
  private final OptionalLong checksum;
  private final CRC32 crc = new CRC32();
  private long bytes;

  private CheckedMember(InputStream in, long size, OptionalLong checksum) {
    this.in = in;
    this.size = size;
    this.checksum = checksum;
  }

  static CheckedMember ofSize(InputStream in, long size) {
    return new CheckedMember(in, size, OptionalLong.empty());
  }

  static CheckedMember ofChecksum(InputStream in, long size, long crc32) {
    return new CheckedMember(in, size, OptionalLong.of(crc32));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read < 0) {
      checkEnd();
      return read;
    }
    bytes += read;
    if (bytes > size) {
      throw new IOException(
          "the archive holds more of it than the %,d bytes it says".formatted(size));
    }
    crc.update(target, offset, read);
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void checkEnd() throws IOException {
    if (bytes != size) {
      throw new IOException(
          "the archive holds %,d bytes of it and says %,d".formatted(bytes, size));
    }
    if (checksum.isPresent() && checksum.getAsLong() != crc.getValue()) {
      throw new IOException("its checksum in the archive does not match: it is damaged");
    }
  }
}
