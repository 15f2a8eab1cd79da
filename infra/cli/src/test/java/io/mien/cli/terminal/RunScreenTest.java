package io.mien.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.TaskView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunScreenTest {

  private static final RunId RUN = new RunId(UUID.randomUUID());

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final RunScreen pipe =
      new RunScreen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

  @Test
  void intoAPipeALineIsWrittenOnlyWhenSomethingMovedOn() {
    pipe.show(run(StepState.RUNNING, 10, null));
    pipe.show(run(StepState.RUNNING, 10, null));
    pipe.show(run(StepState.RUNNING, 14, null));
    pipe.show(run(StepState.RUNNING, 25, null));

    assertThat(written().lines()).hasSize(2);
  }

  @Test
  void aFailedStepSaysWhy() {
    TaskError error =
        new TaskError(
            TaskError.Category.INVALID_INPUT,
            "no-usable-faces",
            "Ingest x: nothing usable is left",
            "f");

    pipe.show(run(StepState.FAILED, 10, error));

    assertThat(written()).contains("✘ detect", "nothing usable is left");
  }

  @Test
  void onATerminalEveryLineFitsAndIsDrawnOverTheOneBefore() {
    RunScreen terminal = terminal(40);

    terminal.show(run(StepState.RUNNING, 10, null));
    terminal.show(run(StepState.RUNNING, 20, null));

    assertThat(written()).contains("\u001b[1F\u001b[J");
    assertThat(written().replace("\u001b[1F\u001b[J", "").lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(40).startsWith("▶ detect"));
  }

  @Test
  void whatIsNotOneRowIsMadeOneUntilTheRunHasEnded() {
    TaskError error =
        new TaskError(TaskError.Category.INTERNAL, "x", "first line\nsecond line, a long one", "f");

    terminal(60).show(run(StepState.FAILED, 10, error));
    assertThat(written().lines()).singleElement().asString().endsWith("second line, a long one");

    bytes.reset();
    terminal(30).show(ended(run(StepState.FAILED, 10, error)));
    assertThat(written()).contains("first line\nsecond line, a long one");
  }

  @Test
  void widthIsThatOfTheTerminalElseOfTheEnvironmentElseTheUsual() {
    assertThat(TerminalWidth.of("50 132\n", "100")).isEqualTo(132);
    assertThat(TerminalWidth.of("", "100")).isEqualTo(100);
    assertThat(TerminalWidth.of("0 0", "")).isEqualTo(80);
  }

  private RunScreen terminal(int columns) {
    return new RunScreen(new PrintStream(bytes, true, StandardCharsets.UTF_8), true, columns);
  }

  private static RunView ended(RunView run) {
    return new RunView(
        run.runId(),
        run.name(),
        "pipeline",
        null,
        null,
        0,
        RunState.FAILED,
        Instant.EPOCH,
        Instant.EPOCH,
        run.steps(),
        null,
        null);
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static RunView run(StepState state, long done, @Nullable TaskError error) {
    TaskView task =
        new TaskView(
            new TaskId(UUID.randomUUID()),
            RUN,
            "detect",
            TaskKind.INGEST,
            TaskState.RUNNING,
            1,
            0,
            0,
            null,
            new Progress("detect faces", "images", done, 100, 5),
            Instant.EPOCH,
            null,
            null,
            1.0,
            null,
            null,
            error);
    StepView step =
        new StepView(
            new StepId(UUID.randomUUID()),
            "detect",
            TaskKind.INGEST,
            state,
            List.of(),
            task,
            null,
            task.progress(),
            task.seconds(),
            null);
    return new RunView(
        RUN,
        "r",
        "pipeline",
        null,
        null,
        0,
        RunState.RUNNING,
        Instant.EPOCH,
        null,
        List.of(step),
        null,
        null);
  }
}
