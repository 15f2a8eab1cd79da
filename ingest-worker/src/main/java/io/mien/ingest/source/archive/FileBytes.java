package io.mien.ingest.source.archive;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of this machine. */
public record FileBytes(Path file) implements StoredBytes {

  @Override
  public long size() throws IOException {
    return Files.size(file);
  }

  @Override
  public InputStream range(long offset, long length) throws IOException {
    FileInputStream in = new FileInputStream(file.toFile());
    try {
      in.getChannel().position(offset);
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return new FirstBytes(in, length);
  }
}
