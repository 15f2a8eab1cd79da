package io.mien.ingest.dataset;

import io.mien.store.dataset.TarReader;
import io.mien.store.dataset.TarWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A tar of crops alone, on their way between two steps; the same crops give the same bytes. */
final class CropTar {

  static final String CONTENT_TYPE = "application/x-tar";

  private CropTar() {}

  /** The name of a crop's entry. */
  static String name(FoundPicture.Face face) {
    return face.key() + ".png";
  }

  static TarWriter write(Path file) throws IOException {
    return new TarWriter(file);
  }

  static TarReader read(Path file) throws IOException {
    return new TarReader(file);
  }
}
