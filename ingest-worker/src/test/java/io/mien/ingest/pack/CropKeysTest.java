package io.mien.ingest.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CropKeysTest {

  @Test
  void keysAreReadableAndSafe() {
    assertThat(CropKeys.of("images/Zo\u00eb 1.final.png")).matches("Zo__1_final-[0-9a-f]{12}");
    assertThat(CropKeys.of("x/" + "a".repeat(200) + ".png")).hasSize(40 + 13);
    assertThat(CropKeys.of(".png")).matches("_png-[0-9a-f]{12}");
  }

  @Test
  void sameNamesInDifferentFoldersDiffer() {
    assertThat(CropKeys.of("a/img_0001.jpg")).isNotEqualTo(CropKeys.of("b/img_0001.jpg"));
  }

  @Test
  void furtherFacesOfAPictureAreNumbered() {
    assertThat(CropKeys.of("a/1.png", 1)).isEqualTo(CropKeys.of("a/1.png"));
    assertThat(CropKeys.of("a/1.png", 2)).isEqualTo(CropKeys.of("a/1.png") + "-2");
  }
}
