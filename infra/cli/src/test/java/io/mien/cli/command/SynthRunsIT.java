package io.mien.cli.command;

import static io.mien.cli.command.SynthesisAnswers.RUN;
import static io.mien.cli.command.SynthesisAnswers.VIEW;
import static io.mien.cli.command.SynthesisAnswers.result;
import static io.mien.cli.command.SynthesisAnswers.view;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code mien synth list}, {@code show} and {@code cancel}. */
class SynthRunsIT {

  @RegisterExtension private final OperatedServer server = new OperatedServer();

  SynthRunsIT() throws IOException {}

  @Test
  void theListCountsTheItemsOfEach() {
    server.answers(
        "GET /v1/syntheses?limit=200", "{\"items\": [" + view("RUNNING", 9, 2, 1) + "]}");

    assertThat(server.execute("synth", "list")).as(server.errors()).isZero();

    assertThat(server.takePrinted().lines())
        .hasSize(2)
        .last()
        .asString()
        .matches(RUN + " +faces +RUNNING +9 +2 +0 +1 +2026-11-26T16:00:00Z");
  }

  @Test
  void oneIsShownWithWhatIsDone() {
    server.answers(VIEW, view("RUNNING", 9, 2, 1));

    assertThat(server.execute("synth", "show", RUN)).as(server.errors()).isZero();

    assertThat(server.takePrinted())
        .contains("RUNNING", "9 items, 2 done (2 images), 1 failed", "mien synth resume " + RUN);
  }

  @Test
  void oneItemIsShownWithItsImagesOrItsError() {
    server.answers(
        VIEW + "/items/you%2Fme%20too",
        """
        {"customId": "you/me too", "state": "REJECTED", "line": 7, "part": 2, "taskId": "%s", "attempt": 1,
         "result": %s}
        """
            .formatted(
                RUN,
                result(7, "you/me too", "pixels")
                    .replace(
                        "\"images\"",
                        "\"rejected\": [{\"expression\": \"sad\", \"attempts\": [{\"shown\": \"happy\"}]}], \"images\"")));
    server.answers(
        VIEW + "/items/8",
        """
        {"customId": "8", "state": "FAILED", "line": 8,
         "error": {"line": 8, "custom_id": "8", "code": "no-face", "message": "No face."}}
        """);

    assertThat(server.execute("synth", "item", RUN, "you/me too")).as(server.errors()).isZero();
    assertThat(server.takePrinted())
        .contains(
            "you/me too  REJECTED  line 7",
            "Part 2, attempt 1 of task " + RUN,
            "Images: happy",
            "sad is rejected: happy");
    assertThat(server.execute("synth", "item", RUN, "8")).as(server.errors()).isZero();
    assertThat(server.takePrinted()).contains("8  FAILED  line 8", "No face. [no-face]");
  }

  @Test
  void cancellingSaysWhatBecameOfIt() {
    String request = "POST /v1/syntheses/" + RUN + "/cancel";
    server.answers(request, view("CANCELLING", 9, 2, 1));

    assertThat(server.execute("synth", "cancel", RUN)).as(server.errors()).isZero();

    assertThat(server.requests()).containsExactly(request);
    assertThat(server.takePrinted()).contains("CANCELLING");
  }
}
