package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document that says which test proves what names tests that are there. */
class FailureMatrixTest {

  private static final Path DOCUMENTS = Path.of("../infra/docs");
  private static final Pattern LINK = Pattern.compile("\\[`(\\w+)`]\\(([^)]+\\.java)\\)");
  private static final Pattern NAME = Pattern.compile("`(\\w*(?:Test|IT))?(?:\\.([a-z]\\w+))?[` ]");

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    String document = Files.readString(DOCUMENTS.resolve("failure-matrix.md"));
    Map<String, String> sources = new HashMap<>();
    Matcher links = LINK.matcher(document);
    while (links.find()) {
      sources.put(links.group(1), Files.readString(DOCUMENTS.resolve(links.group(2)).normalize()));
    }

    int checked = 0;
    String last = "";
    Matcher names = NAME.matcher(document);
    while (names.find()) {
      last = names.group(1) == null ? last : names.group(1);
      if (names.group(1) != null) {
        assertThat(sources).containsKey(last);
      }
      if (names.group(2) != null && sources.containsKey(last)) {
        String source = Objects.requireNonNull(sources.get(last));
        assertThat(source).as(last).contains("void " + names.group(2) + "(");
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(40);
  }
}
