package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.task.IngestDataset;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final URI SOURCE = URI.create("file:///faces");

  @ParameterizedTest
  @CsvSource({
    "ck-plus, 1, , ",
    "ck-plus, 3, , ",
    "mug, 5, , ",
    "rafd, , include, ",
    "celeba, , , official",
    "image-folder, , , official",
    "kdef, , , policy",
    "auto, 3, include, official"
  })
  void whatAppliesIsAccepted(String layout, Integer frames, String children, String partition) {
    assertThatCode(() -> Layouts.check(layout, options(frames, children, partition)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "ck-plus, 2, , , layout-option-not-applicable",
    "kdef, 3, , , layout-option-not-applicable",
    "mug, 0, , , layout-option-not-applicable",
    "celeba, , exclude, , layout-option-not-applicable",
    "kdef, , , official, layout-option-not-applicable",
    "kdeff, , , , dataset-layout-unknown"
  })
  void whatDoesNotApplyIsRefused(
      String layout, Integer frames, String children, String partition, String code) {
    assertThatThrownBy(() -> Layouts.check(layout, options(frames, children, partition)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(layout)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo(code);
  }

  @Test
  void foldsAreRefusedWhereTheyCannotBe() {
    Layouts.check("auto", folds(5, Partition.POLICY));

    for (LayoutOptions options :
        List.of(folds(2, null), folds(21, null), folds(5, Partition.OFFICIAL))) {
      assertThatThrownBy(() -> Layouts.check("auto", options))
          .isInstanceOf(InvalidInput.class)
          .extracting(e -> ((InvalidInput) e).code())
          .isEqualTo("layout-option-not-applicable");
    }
  }

  private static LayoutOptions folds(int folds, Partition partition) {
    return new LayoutOptions(null, null, null, partition, folds, null, null, null);
  }

  @Test
  void taskOfAnEarlierVersionLeavesEverythingToTheLayout() throws Exception {
    IngestDataset task =
        new IngestDataset(
            new DatasetId(new UUID(0, 1)),
            "faces",
            SOURCE,
            "auto",
            new CropRecipe("cascade-v1", 64, 0.2, true),
            new SplitPolicy(0.1, 0.1, 1));
    ObjectNode json = MAPPER.valueToTree(task);
    json.remove("options");

    assertThat(MAPPER.treeToValue(json, IngestDataset.class)).isEqualTo(task);
    assertThat(task.options()).isEqualTo(LayoutOptions.DEFAULTS);
  }

  @Test
  void requestNamesOnlyWhatWasChosen() throws Exception {
    DatasetRequest request =
        new DatasetRequest("faces", SOURCE, "rafd", options(null, "include", null));

    assertThat(MAPPER.valueToTree(request).get("options").toString())
        .isEqualTo("{\"children\":\"include\"}");
    assertThat(
            MAPPER.readValue(
                "{\"name\":\"faces\",\"source\":\"file:///faces\"}", DatasetRequest.class))
        .isEqualTo(new DatasetRequest("faces", SOURCE, null));
  }

  private static LayoutOptions options(Integer frames, String children, String partition) {
    return new LayoutOptions(
        frames,
        children == null ? null : MAPPER.convertValue(children, Inclusion.class),
        null,
        partition == null ? null : MAPPER.convertValue(partition, Partition.class));
  }
}
