package io.mien.ingest.source.archive;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of which any part can be read. Thread-safe; nothing stays open between two readings. */
public interface StoredBytes {

  long size() throws IOException;

  /**
   * A part as a stream, which the caller closes; it ends early where the bytes do.
   *
   * @param offset at most {@link #size}
   */
  InputStream range(long offset, long length) throws IOException;
}
