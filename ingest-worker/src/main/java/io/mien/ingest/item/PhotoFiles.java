package io.mien.ingest.item;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** How sources say that there is no such file. */
final class PhotoFiles {

  private PhotoFiles() {}

  static boolean tellsOfNone(IOException failure) {
    return failure instanceof FileNotFoundException || failure instanceof NoSuchFileException;
  }
}
