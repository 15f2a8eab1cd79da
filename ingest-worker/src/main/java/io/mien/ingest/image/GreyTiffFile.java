package io.mien.ingest.image;

import java.io.IOException;
import java.util.Objects;

/** A picture that is a file, which may be a grey TIFF. */
public record GreyTiffFile(PictureContent file) implements PictureContent {

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public byte[] read() throws IOException {
    byte[] content = file.read();
    return Objects.requireNonNullElse(GreyTiff.toPng(content), content);
  }
}
