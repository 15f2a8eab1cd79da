package io.mien.orchestrator.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TransitionTableTest {

  private static final Path DOCUMENT = Path.of("..", "infra", "docs", "task-states.md");

  /**
   * Rows are triggers; columns are QUEUED OFFERED RUNNING CANCELLING SUCCEEDED FAILED DEAD
   * CANCELLED.
   */
  private static final String EVERY_STATE_AND_TRIGGER =
      """
      OFFER                  OFFERED   -         -          -         - - - -
      REUSE                  SUCCEEDED -         -          -         - - - -
      START                  -         RUNNING   -          -         - - - -
      WITHDRAW               -         QUEUED    -          -         - - - -
      OFFER_EXPIRED          -         QUEUED    -          -         - - - -
      OFFER_REFUSED          -         FAILED    -          -         - - - -
      SUCCEED                -         -         SUCCEEDED  CANCELLED - - - -
      FAIL                   -         -         QUEUED     CANCELLED - - - -
      FAIL_FINALLY           -         -         DEAD       CANCELLED - - - -
      REJECT                 -         -         FAILED     CANCELLED - - - -
      INTERRUPT              -         -         QUEUED     CANCELLED - - - -
      INTERRUPT_FINALLY      -         -         DEAD       CANCELLED - - - -
      YIELD                  -         -         QUEUED     CANCELLED - - - -
      LEASE_EXPIRED          -         -         QUEUED     CANCELLED - - - -
      LEASE_EXPIRED_FINALLY  -         -         DEAD       CANCELLED - - - -
      CANCEL                 CANCELLED CANCELLED CANCELLING -         - - - -
      CONFIRM_CANCEL         -         -         -          CANCELLED - - - -
      REDRIVE                -         -         -          -         - QUEUED QUEUED QUEUED
      """;

  private static final String RULES =
      """

      ## When a worker is lost

      `LEASE_EXPIRED` becomes `LEASE_EXPIRED_FINALLY` when a budget of the task is used up:

      - Each lease that runs out is an interruption; twenty end the task (`interruption-budget`).
      - When its worker was lost and held nothing else, it is a crash as well; five in a row without a new training state end the task (`crash-budget`).
      - When the lost worker held several tasks, nobody knows which one brought it down. It is a crash of none of them, and each comes back after a time of its
        own: at random, up to five minutes the more often it was interrupted before.

      So a task that brings its workers down ends after five of them where it is alone, and after twenty where it always has company. Those beside it have twenty,
      too, but are hit only when they happen to run at the same time.

      ## When nobody takes an offer

      `OFFER_EXPIRED` uses up no budget. The second offer is made at once; then the next one waits 5 seconds, and twice as long each time, up to five minutes.
      `START` makes up for them.
      """;

  @Test
  void everyStateAndTriggerLeadsWhereItShould() {
    assertThat(table()).isEqualTo(normalised(EVERY_STATE_AND_TRIGGER));
  }

  @Test
  void nothingHappensByItselfToTaskThatHasEnded() {
    for (TaskState state : TaskState.values()) {
      boolean anythingHappens =
          Arrays.stream(TaskTrigger.values())
              .filter(trigger -> trigger != TaskTrigger.REDRIVE)
              .anyMatch(trigger -> TransitionTable.next(state, trigger).isPresent());
      assertThat(anythingHappens).as("%s", state).isEqualTo(!state.isTerminal());
    }
  }

  @Test
  void resultThatIsThereIsNotMadeAgain() {
    assertThat(TransitionTable.next(TaskState.SUCCEEDED, TaskTrigger.REDRIVE)).isEmpty();
  }

  @Test
  void cancelledTaskIsNeverQueuedAgain() {
    for (TaskTrigger trigger : TaskTrigger.values()) {
      TransitionTable.next(TaskState.CANCELLING, trigger)
          .ifPresent(next -> assertThat(next).as("%s", trigger).isEqualTo(TaskState.CANCELLED));
    }
  }

  @Test
  void sqlSaysWhatTheTableSays() {
    assertThat(TransitionTable.allowed(TaskTrigger.SUCCEED))
        .isEqualTo("task.state IN ('RUNNING', 'CANCELLING')");
    assertThat(TransitionTable.moved(TaskTrigger.SUCCEED))
        .isEqualTo(
            "CASE task.state WHEN 'RUNNING' THEN 'SUCCEEDED' WHEN 'CANCELLING' THEN 'CANCELLED' END");
  }

  /** Writes the document anew when it differs, so that a changed table is one commit away. */
  @Test
  void diagramInTheDocumentsIsTheTable() throws IOException {
    String expected =
        "# States of a task\n\nGenerated from `TransitionTable` by `TransitionTableTest`; do not edit.\n\n```mermaid\n"
            + Diagram.mermaid()
            + "```\n"
            + RULES;
    String found = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
    if (!found.equals(expected)) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, expected);
    }

    assertThat(found).as("%s was out of date; it is written anew", DOCUMENT).isEqualTo(expected);
  }

  private static Map<String, String> table() {
    Map<String, String> rows = new LinkedHashMap<>();
    for (TaskTrigger trigger : TaskTrigger.values()) {
      rows.put(
          trigger.name(),
          Arrays.stream(TaskState.values())
              .map(state -> TransitionTable.next(state, trigger).map(TaskState::name).orElse("-"))
              .collect(Collectors.joining(" ")));
    }
    return rows;
  }

  private static Map<String, String> normalised(String table) {
    Map<String, String> rows = new LinkedHashMap<>();
    table
        .lines()
        .map(line -> line.strip().split("\\s+", 2))
        .forEach(row -> rows.put(row[0], row[1].replaceAll("\\s+", " ")));
    return rows;
  }
}
