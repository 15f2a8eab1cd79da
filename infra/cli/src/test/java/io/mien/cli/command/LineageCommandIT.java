package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LineageCommandIT {

  private static final String DATASET = "0190a000-0000-7000-8000-000000000001";
  private static final String VERSION = "0190a000-0000-7000-8000-000000000002";
  private static final String CHECKPOINT = "0190a000-0000-7000-8000-000000000003";

  @RegisterExtension private final OperatedServer mien = new OperatedServer();

  LineageCommandIT() throws IOException {}

  @Test
  void nodesAreShownWithWhatTheyWereMadeOf() {
    mien.answers("GET /v1/lineage?type=checkpoint&id=" + CHECKPOINT, lineage());

    int exit = mien.execute("lineage", "checkpoint", CHECKPOINT);

    assertThat(exit).as(mien.errors()).isZero();
    assertThat(mien.requests()).containsExactly("GET /v1/lineage?type=checkpoint&id=" + CHECKPOINT);
    List<String> lines = mien.takePrinted().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).contains("dataset ", "faces", DATASET);
    assertThat(lines.get(2)).contains("dataset-version", VERSION).endsWith("dataset faces");
    assertThat(lines.get(3))
        .startsWith("▶")
        .contains("checkpoint", "stargan", CHECKPOINT)
        .endsWith("dataset-version faces");
    assertThat(lines.get(4)).contains("There is more");
  }

  private static String lineage() {
    String by =
        "{\"runId\": \"%s\", \"taskId\": \"%s\", \"at\": \"2026-11-26T10:00:00Z\"}"
            .formatted(VERSION, VERSION);
    return """
        {"start": "%3$s", "complete": false,
         "nodes": [{"kind": "dataset", "id": "%1$s", "side": "UPSTREAM", "name": "faces"},
           {"kind": "dataset-version", "id": "%2$s", "side": "UPSTREAM", "name": "faces", "by": %4$s},
           {"kind": "checkpoint", "id": "%3$s", "side": "START", "name": "stargan", "by": %4$s}],
         "edges": [{"from": "%1$s", "to": "%2$s"}, {"from": "%2$s", "to": "%3$s"}]}"""
        .formatted(DATASET, VERSION, CHECKPOINT, by);
  }
}
