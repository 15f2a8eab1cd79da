package io.mien.ingest.layout.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureFinderTest {

  private final PictureFinder finder =
      new PictureFinder(List.of("a.png", "images/b.png", "x/y/c.png", "x/d.png", "y/d.png"));

  @Test
  void findsBesideUnderImagesAndAnywhereByName() {
    assertThat(finder.find("a.png").source()).contains("a.png");
    assertThat(finder.find("./b.png").source()).contains("images/b.png");
    assertThat(finder.find("images\\b.png").source()).contains("images/b.png");
    assertThat(finder.find("c.png").source()).contains("x/y/c.png");
    assertThat(finder.find("y/d.png").source()).contains("y/d.png");
  }

  @Test
  void whereAWholePathIsMeantNoOtherFileOfTheNameIsTaken() {
    assertThat(finder.at("./x/y/c.png").source()).contains("x/y/c.png");
    assertThat(finder.at("c.png").problem()).isEqualTo("no such file in the dataset");
    assertThat(finder.at("").problem()).isEqualTo("no image is named");
  }

  @Test
  void neverGuessesBetweenFilesOfOneName() {
    PictureFinder.Found found = finder.find("d.png");

    assertThat(found.source()).isEmpty();
    assertThat(found.problem()).isEqualTo("2 files have this name; write the whole path");
  }

  @Test
  void lettersThatOneSideTakesApartAreTheSame() {
    PictureFinder apart = new PictureFinder(List.of("x/Zoe\u0308.png", "e\u0301/a.png"));

    assertThat(apart.find("Zo\u00EB.png").source()).contains("x/Zoe\u0308.png");
    assertThat(apart.at("\u00E9/a.png").source()).contains("e\u0301/a.png");
    assertThat(apart.find("\u00E9/a.png").source()).contains("e\u0301/a.png");
    assertThat(new PictureFinder(List.of("Zo\u00EB.png")).find("Zoe\u0308.png").source())
        .contains("Zo\u00EB.png");
  }

  @Test
  void neverLeavesTheDataset() {
    assertThat(finder.find("../../etc/passwd").source()).isEmpty();
    assertThat(finder.find("/etc/passwd").source()).isEmpty();
  }
}
