package io.mien.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelCodesTest {

  private final LabelCodes codes = new LabelCodes(Map.of(3, "disgust", 7, "contempt"));

  @Test
  void numbersInAnyNotationBecomeExpressions() {
    assertThat(codes.label("3")).isEqualTo(new Label.Known("disgusted"));
    assertThat(codes.label("   3.0000000e+00\n")).isEqualTo(new Label.Known("disgusted"));
  }

  @Test
  void otherNumbersAndWordsAreNeverGuessed() {
    assertThat(codes.label("7")).isEqualTo(new Label.Unknown("contempt"));
    assertThat(codes.label("4")).isEqualTo(new Label.Unknown("4"));
    assertThat(codes.label("3.5")).isEqualTo(new Label.Unknown("3.5"));
    assertThat(codes.label("NaN")).isEqualTo(new Label.Unknown("NaN"));
    assertThat(codes.label("happy")).isEqualTo(new Label.Unknown("happy"));
    assertThat(codes.label("")).isEqualTo(new Label.Unknown(""));
  }
}
