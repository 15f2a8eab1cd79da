package io.mien.store.dataset;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A tar without owners and times: the same entries in the same order give the same bytes. Not
 * thread-safe.
 */
public final class TarWriter implements Closeable {

  private static final int READABLE_BY_ALL = 0100644;

  private final TarArchiveOutputStream tar;

  /**
   * @param file where it is written; its directory must be there
   */
  public TarWriter(Path file) throws IOException {
    tar =
        new TarArchiveOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  public void add(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setMode(READABLE_BY_ALL);
    entry.setModTime(0);
    entry.setIds(0, 0);
    entry.setNames("", "");
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Ends the archive. */
  @Override
  public void close() throws IOException {
    tar.close();
  }
}
