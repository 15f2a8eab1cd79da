package io.mien.ingest.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** A picture that is a file, which may be a grey TIFF. */
public record GreyTiffFile(Path file) implements PictureContent {

  @Override
  public long size() throws IOException {
    return new PictureFile(file).size();
  }

  @Override
  public byte[] read() throws IOException {
    byte[] content = new PictureFile(file).read();
    return Objects.requireNonNullElse(GreyTiff.toPng(content), content);
  }
}
