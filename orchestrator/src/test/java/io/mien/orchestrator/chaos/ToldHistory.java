package io.mien.orchestrator.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.EventView;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.TaskView;
import io.mien.store.json.WireJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The events of a whole history, read in order, and what they say of themselves that is wrong. */
final class ToldHistory {

  private static final Set<String> SHOWN = Set.of("task.sampled", "task.checkpointed");

  private final List<String> violations = new ArrayList<>();
  private final Map<TaskId, ToldTask> tasks = new HashMap<>();
  private final Map<TaskId, RunId> runOfTask = new HashMap<>();
  private final Map<StepId, StepState> steps = new HashMap<>();
  private final Map<RunId, RunState> runs = new HashMap<>();
  private final Set<Long> sequences = new HashSet<>();
  private final Map<RunId, Long> numbers = new HashMap<>();

  ToldHistory(List<EventView> events) {
    long last = 0;
    for (EventView event : events) {
      if (event.sequence() <= last || !sequences.add(event.sequence())) {
        violations.add("Sequence %d comes after %d".formatted(event.sequence(), last));
      }
      last = event.sequence();
      requireNextOfRun(event);
      read(event);
    }
  }

  /** The events of a run are numbered from 1 on, without gaps. */
  private void requireNextOfRun(EventView event) {
    RunId run = event.runId();
    Long number = event.runSequence();
    long expected = run == null ? 0 : numbers.merge(run, 1L, Long::sum);
    if (expected != (number == null ? 0 : number)) {
      violations.add(
          "Event %d of run %s has number %s, not %d"
              .formatted(event.sequence(), run, number, expected));
    }
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  Map<TaskId, ToldTask> tasks() {
    return Map.copyOf(tasks);
  }

  Map<StepId, StepState> steps() {
    return Map.copyOf(steps);
  }

  Map<RunId, RunState> runs() {
    return Map.copyOf(runs);
  }

  private void read(EventView event) {
    String type = event.type();
    if (type.startsWith("task.")) {
      TaskId id = Objects.requireNonNull(event.taskId());
      ToldTask task = tasks.computeIfAbsent(id, any -> new ToldTask(id, violations));
      RunId run = Objects.requireNonNull(event.runId());
      runOfTask.put(id, run);
      if (type.equals("task.offered") && runs.get(run) == RunState.PAUSED) {
        violations.add("Task %s is offered while its run rests".formatted(id));
      }
      if (SHOWN.contains(type)) {
        task.shown(type);
      } else {
        task.next(type, data(event, TaskView.class));
      }
    } else if (type.startsWith("step.")) {
      StepView step = data(event, StepView.class);
      steps.put(step.stepId(), step.state());
    } else if (type.startsWith("run.")) {
      readRun(type, data(event, RunView.class));
    }
  }

  private void readRun(String type, RunView run) {
    RunState before = runs.put(run.runId(), run.state());
    boolean fits =
        switch (type) {
          case "run.created" -> before == null;
          case "run.cancelling", "run.succeeded", "run.failed" ->
              before == RunState.RUNNING || before == RunState.PAUSED;
          case "run.paused" -> before == RunState.RUNNING;
          case "run.resumed" -> before == RunState.PAUSED;
          case "run.prioritised" -> before != null && before == run.state() && !before.isTerminal();
          case "run.retried" -> before == RunState.FAILED || before == RunState.CANCELLED;
          case "run.cancelled" ->
              before == RunState.RUNNING
                  || before == RunState.PAUSED
                  || before == RunState.CANCELLING;
          default -> false;
        };
    if (!fits) {
      violations.add("Run %s: %s after %s".formatted(run.runId(), type, before));
    }
    if (type.equals("run.retried")) {
      tasks.forEach(
          (id, task) -> {
            if (run.runId().equals(runOfTask.get(id))) {
              task.retried();
            }
          });
    }
  }

  private static <T> T data(EventView event, Class<T> type) {
    try {
      return WireJson.MAPPER.treeToValue((JsonNode) event.data(), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
