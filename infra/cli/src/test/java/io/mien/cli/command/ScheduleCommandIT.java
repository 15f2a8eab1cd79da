package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.cli.Mien;
import io.mien.cli.client.ClientJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schedules and pins as an operator types them. */
class ScheduleCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String DATASET = "0190a000-0000-7000-8000-000000000002";
  private static final String SCHEDULE = "/v1/schedules/" + ID;

  @RegisterExtension private final OperatedServer mien = new OperatedServer();

  ScheduleCommandIT() throws IOException {
    mien.answers("POST /v1/schedules", schedule("\"nextAt\": \"2026-11-27T01:00:00Z\""));
    mien.answers(
        "GET /v1/schedules?limit=200",
        "{\"items\": [" + schedule("\"runId\": \"" + ID + "\", " + skipped()) + "]}");
    mien.answers("POST " + SCHEDULE + "/enable", schedule("\"nextAt\": \"2026-11-28T01:00:00Z\""));
    mien.answers("POST " + SCHEDULE + "/disable", schedule("\"runId\": \"" + ID + "\""));
    mien.answers("DELETE " + SCHEDULE, "");
  }

  @Test
  void scheduleIsAddedWithTheOptionsOfARun() throws IOException {
    int code =
        mien.execute(
            "schedule",
            "add",
            "nightly",
            "--cron",
            "0 2 * * *",
            "--timezone",
            "Europe/Berlin",
            "--overlap",
            "allow",
            "--dataset",
            DATASET,
            "--preset",
            "smoke",
            "--balanced");

    assertThat(code).as(mien.errors()).isZero();
    JsonNode body = ClientJson.MAPPER.readTree(mien.calls().get(0).body());
    assertThat(body.path("name").asText()).isEqualTo("nightly");
    assertThat(body.path("cron").asText()).isEqualTo("0 2 * * *");
    assertThat(body.path("timezone").asText()).isEqualTo("Europe/Berlin");
    assertThat(body.path("overlap").asText()).isEqualTo("allow");
    assertThat(body.path("run").path("datasetId").asText()).isEqualTo(DATASET);
    assertThat(body.path("run").path("preset").asText()).isEqualTo("smoke");
    assertThat(body.path("run").path("sampling").asText()).isEqualTo("balanced");
    assertThat(mien.takePrinted()).contains("nightly", "2026-11-27T01:00:00Z");
  }

  @Test
  void templateIsScheduledWithItsParameters() throws IOException {
    int code =
        mien.execute(
            "schedule",
            "template",
            "nightly",
            "retrain",
            DATASET,
            "--cron",
            "0 2 * * *",
            "--timezone",
            "Europe/Berlin",
            "--set",
            "preset=demo");

    assertThat(code).as(mien.errors()).isZero();
    JsonNode body = ClientJson.MAPPER.readTree(mien.calls().get(0).body());
    assertThat(body.path("cron").asText()).isEqualTo("0 2 * * *");
    assertThat(body.has("run")).isFalse();
    assertThat(body.path("steps"))
        .isEqualTo(
            ClientJson.MAPPER.readTree(
                """
                {"template": "retrain", "parameters": {"preset": "demo", "dataset": "%s"}}
                """
                    .formatted(DATASET)));
    assertThat(mien.takePrinted()).contains("nightly", "2026-11-27T01:00:00Z");
  }

  @Test
  void listTellsWhyATimeHadNoRun() {
    assertThat(mien.execute("schedule", "list")).as(mien.errors()).isZero();

    assertThat(mien.takePrinted())
        .contains("nightly", "0 2 * * *", "disabled", "SKIPPED: it goes on", ID);
  }

  @Test
  void scheduleIsStoppedGoneOnWithAndRemovedByItsName() {
    assertThat(mien.execute("schedule", "disable", "nightly")).as(mien.errors()).isZero();
    assertThat(mien.execute("schedule", "enable", "nightly")).as(mien.errors()).isZero();
    assertThat(mien.execute("schedule", "remove", "nightly")).as(mien.errors()).isZero();

    assertThat(mien.requests())
        .contains("POST " + SCHEDULE + "/disable", "POST " + SCHEDULE + "/enable")
        .endsWith("DELETE " + SCHEDULE);
    assertThat(mien.execute("schedule", "remove", "weekly")).isEqualTo(Mien.FAILED);
    assertThat(mien.errors()).contains("'weekly'", "mien schedule list");
  }

  @Test
  void pinnedRunIsSaidToBeKept() {
    mien.answers("POST /v1/runs/" + ID + "/pin", run("\"pinnedAt\": \"2026-11-26T20:00:00Z\""));
    mien.answers("POST /v1/runs/" + ID + "/unpin", run("\"preset\": \"smoke\""));
    mien.answers(
        "GET /v1/runs?limit=200",
        "{\"items\": [" + run("\"pinnedAt\": \"2026-11-26T20:00:00Z\"") + "]}");

    assertThat(mien.execute("run", "pin", ID)).as(mien.errors()).isZero();
    assertThat(mien.takePrinted()).contains(ID, "is kept until it is unpinned");
    assertThat(mien.execute("run", "list")).as(mien.errors()).isZero();
    assertThat(mien.takePrinted()).contains("pinned");
    assertThat(mien.execute("run", "unpin", ID)).as(mien.errors()).isZero();
    assertThat(mien.takePrinted()).contains("goes when its time is over");
  }

  private static String schedule(String more) {
    return """
        {"scheduleId": "%s", "name": "nightly", "cron": "0 2 * * *", "timezone": "Europe/Berlin", "overlap": "skip",
         "run": {"datasetId": "%s", "preset": "smoke"}, "state": "ENABLED", "createdAt": "2026-11-25T20:00:00Z", %s}"""
        .formatted(ID, DATASET, more);
  }

  private static String skipped() {
    return """
        "last": {"dueAt": "2026-11-26T01:00:00Z", "outcome": "SKIPPED", "message": "it goes on"}""";
  }

  private static String run(String more) {
    return """
        {"runId": "%s", "name": "r", "template": "pipeline", "state": "FAILED",
         "createdAt": "2026-11-25T20:00:00Z", "steps": [], %s}"""
        .formatted(ID, more);
  }
}
