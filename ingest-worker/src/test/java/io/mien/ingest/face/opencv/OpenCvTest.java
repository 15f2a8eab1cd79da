package io.mien.ingest.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class OpenCvTest {

  /** They need GTK 2: with them the worker starts on desktops only. */
  @Test
  void loadsTheDetectorsWithoutTheBindingsOfWindows() {
    // When
    OpenCv.load(2L << 30, 2);
    // Then
    assertThat(Loader.getLoadedLibraries().keySet())
        .anyMatch(library -> library.contains("jniopencv_objdetect"))
        .noneMatch(library -> library.contains("jniopencv_highgui"));
  }
}
