package io.mien.cli.terminal;

import io.mien.contracts.event.Progress;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepTasks;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.TaskView;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows a run's steps as they go: on a terminal the block of lines is redrawn in place, each cut to
 * the terminal's width until the run has ended; into a file or a pipe a line is written when a step
 * changes state or moves on by a tenth.
 */
public final class RunScreen {

  private final PrintStream out;
  private final boolean interactive;
  private final int columns;
  private final Map<String, String> shown = new HashMap<>();
  private int linesOnScreen;

  public RunScreen(PrintStream out, boolean interactive) {
    this(out, interactive, interactive ? TerminalWidth.current() : TerminalWidth.USUAL);
  }

  /**
   * @param columns width of the terminal
   */
  RunScreen(PrintStream out, boolean interactive, int columns) {
    this.out = out;
    this.interactive = interactive;
    this.columns = columns;
  }

  public void show(RunView run) {
    List<StepView> steps = run.steps();
    if (interactive) {
      redraw(run);
    } else {
      steps.forEach(this::appendWhenChanged);
    }
  }

  private void redraw(RunView run) {
    List<StepView> steps = run.steps();
    StringBuilder screen = new StringBuilder();
    if (linesOnScreen > 0) {
      screen.append("\u001b[").append(linesOnScreen).append("F\u001b[J");
    }
    boolean last = run.state().isTerminal();
    steps.forEach(step -> screen.append(last ? line(step) : cut(line(step))).append('\n'));
    linesOnScreen = steps.size();
    out.print(screen);
    out.flush();
  }

  /** One row of the terminal: a longer line would wrap, and the next redraw miss its rest. */
  private String cut(String line) {
    String row = line.replaceAll("\\R", " ");
    int length = row.codePointCount(0, row.length());
    return length < columns
        ? row
        : row.substring(0, row.offsetByCodePoints(0, Math.max(0, columns - 2))) + "…";
  }

  private void appendWhenChanged(StepView step) {
    Progress progress = progress(step);
    long tenth = progress.total() > 0 ? progress.done() * 10 / progress.total() : 0;
    String now = step.state() + "/" + progress.phase() + "/" + tenth;
    if (!now.equals(shown.put(step.name(), now))) {
      out.println(line(step));
    }
  }

  private static String line(StepView step) {
    String mark =
        switch (step.state()) {
          case SUCCEEDED -> "✔";
          case FAILED -> "✘";
          case CANCELLED, SKIPPED -> "–";
          case RUNNING -> "▶";
          case WAITING, QUEUED -> "·";
        };
    return "%s %-17s %s".formatted(mark, step.name(), detail(step));
  }

  private static String detail(StepView step) {
    TaskView task = step.task();
    return switch (step.state()) {
      case RUNNING ->
          ProgressBar.of(progress(step))
              + tasks(step)
              + (task != null && task.attempt() > 1 ? " · attempt " + task.attempt() : "");
      case SUCCEEDED ->
          task != null && task.reusedFrom() != null
              ? "taken from an earlier run that did the same"
              : "done in " + seconds(step);
      case FAILED -> task != null && task.error() != null ? task.error().message() : "failed";
      case CANCELLED -> "cancelled";
      case SKIPPED -> "skipped";
      case WAITING, QUEUED -> step.waitingFor() != null ? step.waitingFor() : "";
    };
  }

  private static String tasks(StepView step) {
    StepTasks tasks = step.tasks();
    return tasks == null ? "" : " · task " + (tasks.succeeded() + 1) + " of " + tasks.total();
  }

  private static String seconds(StepView step) {
    Double seconds = step.seconds();
    return seconds == null ? "?" : ProgressBar.clock(Duration.ofMillis((long) (seconds * 1000)));
  }

  private static Progress progress(StepView step) {
    Progress progress = step.progress();
    return progress == null ? Progress.NONE : progress;
  }
}
