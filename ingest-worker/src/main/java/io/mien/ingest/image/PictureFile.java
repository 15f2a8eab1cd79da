package io.mien.ingest.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A picture that is a file. */
public record PictureFile(Path file) implements PictureContent {

  @Override
  public long size() throws IOException {
    return Files.size(file);
  }

  @Override
  public byte[] read() throws IOException {
    return Files.readAllBytes(file);
  }
}
