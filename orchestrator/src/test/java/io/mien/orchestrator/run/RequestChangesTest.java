package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.StepsRequest;
import io.mien.store.json.WireJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestChangesTest {

  private static final RunRequest REQUEST =
      new RunRequest(
          new DatasetId(UUID.randomUUID()),
          "smoke",
          "the first",
          List.of(),
          "champion",
          null,
          null,
          2,
          null,
          5,
          null);

  @Test
  void whatIsNotChangedStaysButForTheName() throws Exception {
    RunRequest changed = apply("{\"preset\": \"demo\", \"fold\": null}");

    assertThat(changed.preset()).isEqualTo("demo");
    assertThat(changed.fold()).isNull();
    assertThat(changed.datasetId()).isEqualTo(REQUEST.datasetId());
    assertThat(changed.classifierFrom()).isEqualTo("champion");
    assertThat(changed.priority()).isEqualTo(5);
    assertThat(changed.name()).isNull();
  }

  @Test
  void unknownFieldsAndOtherShapesAreRefused() {
    assertThatThrownBy(() -> apply("{\"presett\": \"demo\"}"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("presett")
        .hasMessageContaining("classifierFrom");
    assertThatThrownBy(() -> apply("{\"fold\": \"many\"}")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> apply("[1]")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void parametersOfATemplateAreChangedOneByOne() throws Exception {
    StepsRequest before =
        new StepsRequest(
            "first",
            null,
            "retrain",
            Map.of("dataset", "d", "preset", "demo"),
            null,
            null,
            3,
            null);

    RepeatableRequest changed =
        RequestChanges.apply(
            before,
            WireJson.MAPPER.readTree(
                "{\"parameters\": {\"preset\": \"standard\", \"limit\": 5}, \"priority\": null}"));

    assertThat(changed)
        .isEqualTo(
            new StepsRequest(
                null,
                null,
                "retrain",
                Map.of("dataset", "d", "preset", "standard", "limit", 5),
                null,
                null,
                null,
                null));
  }

  private static RunRequest apply(String changes) throws JsonProcessingException {
    return (RunRequest) RequestChanges.apply(REQUEST, WireJson.MAPPER.readTree(changes));
  }
}
