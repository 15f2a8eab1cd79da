package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.cli.client.ClientJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Templates, and runs asked for again, as an operator types them. */
class RunTemplateCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String DATASET = "0190a000-0000-7000-8000-000000000002";
  private static final String RUN =
      """
      {"runId": "%s", "name": "retrain", "template": "steps", "priority": 0, "state": "RUNNING",
       "createdAt": "2026-11-27T01:00:00Z", "steps": []}
      """
          .formatted(ID);

  @RegisterExtension private final OperatedServer mien = new OperatedServer();

  RunTemplateCommandIT() throws IOException {
    mien.answers("POST /v1/runs/steps", RUN);
    mien.answers("POST /v1/runs/" + ID + "/rerun", RUN);
    mien.answers(
        "GET /v1/templates",
        """
        [{"name": "retrain", "description": "Trains again.", "parameters":
          [{"name": "dataset", "description": "which"},
           {"name": "preset", "description": "how long", "value": "standard"}]}]
        """);
  }

  @Test
  void templateIsStartedOverADatasetWithParameters() throws IOException {
    int code =
        mien.execute(
            "run",
            "template",
            "retrain",
            DATASET,
            "--set",
            "preset=demo",
            "--set",
            "limit=5",
            "--set",
            "expressions=[\"happy\"]");

    assertThat(code).as(mien.errors()).isZero();
    assertThat(body())
        .isEqualTo(
            ClientJson.MAPPER.readTree(
                """
                {"template": "retrain", "parameters":
                  {"preset": "demo", "limit": 5, "expressions": ["happy"], "dataset": "%s"}}
                """
                    .formatted(DATASET)));
    assertThat(mien.takePrinted()).contains(ID);
  }

  @Test
  void templatesAreListedWithWhatTheyTakeWhereNothingIsSaid() {
    assertThat(mien.execute("run", "template")).as(mien.errors()).isZero();

    assertThat(mien.takePrinted()).contains("retrain", "dataset preset=standard", "Trains again.");
  }

  @Test
  void runIsAskedForAgainWithTheFieldsThatAreSet() throws IOException {
    int code = mien.execute("run", "rerun", ID, "--set", "preset=demo", "--set", "fold=null");

    assertThat(code).as(mien.errors()).isZero();
    assertThat(body())
        .isEqualTo(ClientJson.MAPPER.readTree("{\"preset\": \"demo\", \"fold\": null}"));
  }

  private JsonNode body() throws IOException {
    return ClientJson.MAPPER.readTree(mien.calls().get(0).body());
  }
}
