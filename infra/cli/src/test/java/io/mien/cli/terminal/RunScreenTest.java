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

    assertThat(written()).contains("✘ ingest", "nothing usable is left");
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static RunView run(StepState state, long done, @Nullable TaskError error) {
    TaskView task =
        new TaskView(
            new TaskId(UUID.randomUUID()),
            RUN,
            "ingest",
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
            error);
    StepView step =
        new StepView(
            new StepId(UUID.randomUUID()), "ingest", TaskKind.INGEST, state, List.of(), task, null);
    return new RunView(
        RUN,
        "r",
        "pipeline",
        null,
        null,
        RunState.RUNNING,
        Instant.EPOCH,
        null,
        List.of(step),
        null);
  }
}
