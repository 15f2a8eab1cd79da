package io.mien.ingest.source.archive;

import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream, as if it ended there. */
public final class FirstBytes extends InputStream {

  private final InputStream in;
  private long left;

  public FirstBytes(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    int next = in.read();
    left -= next < 0 ? left : 1;
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left <= 0) {
      return -1;
    }
    int read = in.read(target, offset, (int) Math.min(length, left));
    left -= read < 0 ? left : read;
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
