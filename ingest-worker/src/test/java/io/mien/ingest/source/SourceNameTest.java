package io.mien.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {

  @ParameterizedTest
  @CsvSource({
    "./happy/a.png, happy/a.png",
    "happy//a.png, happy/a.png",
    "happy/./a.png, happy/a.png",
    "happy\\a.png, happy/a.png",
    "笑顔/Zoë.png, 笑顔/Zoë.png"
  })
  void namesOfOneFileAreOneName(String raw, String name) {
    assertThat(SourceName.normal(raw)).isEqualTo(name);
    assertThat(SourceName.problem(name)).isEmpty();
    assertThat(SourceName.isOfATool(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.png",
        "happy/../../a.png",
        "happy/..",
        "..\\..\\a.png",
        ".//../a.png",
        "/etc/passwd",
        "//server/share",
        "\\\\server\\share",
        "C:\\a.png",
        "a\0.png",
        "a\n.png",
        "a\u001b[2J.png",
        "",
        "./"
      })
  void namesThatNoFileMayHaveAreProblems(String raw) {
    assertThat(SourceName.problem(SourceName.normal(raw))).isPresent();
  }

  @Test
  void endlessPathsAreProblemsAndAreShownShort() {
    assertThat(SourceName.problem("a/".repeat(65) + "a.png")).isPresent();
    assertThat(SourceName.problem("a".repeat(1025))).isPresent();
    assertThat(SourceName.printable("a".repeat(99_999))).hasSize(1025);
    assertThat(SourceName.printable("a\u001b[2J")).isEqualTo("a\uFFFD[2J");
  }

  @ParameterizedTest
  @ValueSource(strings = {".DS_Store", "happy/._a.png", ".git/x.png", "__MACOSX/a.png"})
  void filesOfToolsAreNoneOfTheDataset(String name) {
    assertThat(SourceName.isOfATool(name)).isTrue();
  }
}
