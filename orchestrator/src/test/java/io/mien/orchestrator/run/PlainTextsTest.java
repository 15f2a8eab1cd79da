package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainTextsTest {

  @Test
  void controlCharactersAndHalvesOfCharactersAreRefused() {
    Stream.of("a\u0000", "\n", "a\u0085b", "\ud800").forEach(PlainTextsTest::assertRefused);
  }

  @Test
  void fieldsAreReadHoweverDeepTheyAre() {
    assertRefused(List.of("a", "b\u0000"));
    assertRefused(Map.of("inner", Map.of("x", "\u0000")));
  }

  @Test
  void everythingElseMayBeWritten() {
    assertThatCode(() -> PlainTexts.check(Map.of("name", "Zoë 😀", "priority", 7)))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(Object value) {
    assertThatThrownBy(() -> PlainTexts.check(Map.of("field", value)))
        .hasMessage("The field 'field' has control characters. Leave them out.");
  }
}
