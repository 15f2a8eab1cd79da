package io.mien.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {

  @Test
  void synonymsInAnyCaseBecomeCanonical() {
    assertThat(Label.of(" Happiness ")).isEqualTo(new Label.Known("happy"));
    assertThat(Label.of("AFRAID")).isEqualTo(new Label.Known("fearful"));
    assertThat(Label.of("neutral")).isEqualTo(new Label.Known("neutral"));
  }

  @Test
  void contemptAndUnknownWordsAreNeverGuessed() {
    assertThat(Label.of("contempt")).isEqualTo(new Label.Unknown("contempt"));
    assertThat(Label.of("happyish")).isEqualTo(new Label.Unknown("happyish"));
    assertThat(Label.of("3")).isEqualTo(new Label.Unknown("3"));
  }
}
