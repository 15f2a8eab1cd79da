package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTest {

  @ParameterizedTest
  @CsvSource({
    "Male, 1, true",
    "Male, -1, false",
    "glasses, True, true",
    "glasses, no, false",
    "hair_colour=black, Black, true",
    "hair_colour=black, blond, false",
    "hair_colour = black, black, true"
  })
  void cellOfTheColumnTells(String name, String cell, boolean holds) {
    Attribute attribute = Attribute.parse(name);

    assertThat(record(Map.of(attribute.column(), cell)).holds(attribute)).contains(holds);
  }

  @Test
  void whatIsNeitherYesNorNoOrNotThereIsUnknown() {
    assertThat(record(Map.of("glasses", "perhaps")).holds(Attribute.parse("glasses"))).isEmpty();
    assertThat(record(Map.of()).holds(Attribute.parse("hair_colour=black"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hair_colour=black, hair_colour=blond, true",
    "Black_Hair, Gray_Hair, true",
    "hair_colour=black, hair_colour=black, false",
    "Black_Hair, Male, false",
    "glasses, beard, false",
    "hair_colour=black, hair_style=black, false"
  })
  void valuesOfOneColumnAndCelebasHairColoursExcludeEachOther(
      String one, String other, boolean exclude) {
    assertThat(Attribute.parse(one).excludes(Attribute.parse(other))).isEqualTo(exclude);
    assertThat(Attribute.parse(other).excludes(Attribute.parse(one))).isEqualTo(exclude);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "=black", "hair_colour="})
  void nameWithoutColumnOrValueIsRefused(String name) {
    assertThatThrownBy(() -> Attribute.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
  }

  private static CropRecord record(Map<String, String> attributes) {
    return new CropRecord(
        "k",
        "shards/train-00000.tar",
        "a.png",
        "anna",
        null,
        attributes,
        new FaceBox(0, 0, 1, 1, 0),
        new CropQuality(1, 1, 1),
        Split.TRAIN,
        "");
  }
}
