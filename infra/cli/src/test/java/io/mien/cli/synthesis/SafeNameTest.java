package io.mien.cli.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeNameTest {

  @Test
  void plainNamesStayAsTheyAre() {
    assertThat(SafeName.of("S005_001-happy.jpg")).isEqualTo("S005_001-happy.jpg");
  }

  @Test
  void everythingElseIsPercentEncoded() {
    assertThat(SafeName.of("smith/1 a.jpg")).isEqualTo("smith%2F1%20a.jpg");
    assertThat(SafeName.of("ä%")).isEqualTo("%C3%A4%25");
    assertThat(SafeName.of("a\0\n\\:")).isEqualTo("a%00%0A%5C%3A");
  }

  @Test
  void noNameLeavesItsFolder() {
    Path folder = Path.of("/out/images");

    assertThat(List.of("../../x", "..", ".", "/etc/passwd", "", "..\\x", "a/../../x", "a//b", "\0"))
        .allSatisfy(
            name -> {
              Path place = SafeName.within(folder, name);
              assertThat(place.normalize())
                  .isEqualTo(place)
                  .startsWithRaw(folder)
                  .isNotEqualTo(folder);
              assertThat(folder.resolve(SafeName.of(name)).normalize()).hasParentRaw(folder);
            });
  }

  @Test
  void slashesMakeFolders() {
    assertThat(SafeName.within(Path.of("out"), "smith/1.jpg"))
        .isEqualTo(Path.of("out/smith/1.jpg"));
  }

  @Test
  void longNamesAreCutAndStayDifferent() {
    String first = SafeName.of("é".repeat(300) + "1");
    String second = SafeName.of("é".repeat(300) + "2");

    assertThat(first).hasSize(150 + 1 + 32).isNotEqualTo(second);
    assertThat(SafeName.of(first)).as("a short name that looks so").isNotEqualTo(first);
  }
}
