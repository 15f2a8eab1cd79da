package io.mien.ingest.source.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file in a tar.
 *
 * @param offset of its first byte
 */
record TarMember(long offset, long size) implements Member {

  @Override
  public long packed() {
    return size;
  }

  @Override
  public InputStream open(StoredBytes archive) throws IOException {
    return CheckedMember.ofSize(archive.range(offset, size), size);
  }
}
