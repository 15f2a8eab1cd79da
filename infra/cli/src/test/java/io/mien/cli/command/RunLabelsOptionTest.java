package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.RunLabels;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunLabelsOptionTest {

  private static final DatasetId CELEBA = new DatasetId(new UUID(0, 1));

  @Test
  void groupAloneIsOfTheRunsDataset() {
    assertThat(parse("pose")).isEqualTo(new RunLabels(null, "pose", List.of()));
    assertThat(parse("expressions")).isEqualTo(new RunLabels(null, "expression", List.of()));
  }

  @Test
  void attributesAreNamedAndValuesKeepTheirEqualsSign() {
    assertThat(parse("attributes=glasses, hair_colour=black"))
        .isEqualTo(new RunLabels(null, "attributes", List.of("glasses", "hair_colour=black")));
  }

  @Test
  void datasetIsNamedBeforeTheGroup() {
    assertThat(parse("celeba:attributes=Male"))
        .isEqualTo(new RunLabels(CELEBA, "attributes", List.of("Male")));
  }

  private static RunLabels parse(String text) {
    return RunLabelsOption.parse(text, Map.of("celeba", CELEBA)::get);
  }
}
