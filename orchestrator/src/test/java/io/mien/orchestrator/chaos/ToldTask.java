package io.mien.orchestrator.chaos;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.TaskView;
import io.mien.store.ObjectKeys;
import io.mien.store.json.WireJson;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The life of one task as its events tell it. The rules are written down here once more, by hand: a
 * mistake in the table that the SQL is made from must not excuse itself.
 */
final class ToldTask {

  private final TaskId id;
  private final List<String> violations;
  private final Set<String> holders = new HashSet<>();
  private @Nullable TaskView now;
  private boolean mayGoOn;

  /**
   * @param violations where to write what does not hold
   */
  ToldTask(TaskId id, List<String> violations) {
    this.id = id;
    this.violations = violations;
  }

  /** Somebody asked for its run to go on. */
  void retried() {
    mayGoOn = true;
  }

  /** The state that was told last. */
  TaskView now() {
    return Objects.requireNonNull(now);
  }

  /** Prefixes of the objects of all attempts whose start was taken. */
  Set<String> holders() {
    return Set.copyOf(holders);
  }

  void next(String type, TaskView view) {
    switch (type) {
      case "task.queued" -> require(now == null && view.attempt() == 0, type, view);
      case "task.offered" -> requireFrom(type, view, 1, TaskState.QUEUED);
      case "task.started" -> {
        requireFrom(type, view, 0, TaskState.OFFERED);
        holders.add(prefix(view));
      }
      case "task.requeued" -> requeued(type, view);
      case "task.cancelling" -> requireHeld(type, view, TaskState.RUNNING);
      case "task.cancelled" ->
          requireFrom(type, view, 0, TaskState.QUEUED, TaskState.OFFERED, TaskState.CANCELLING);
      case "task.failed", "task.dead" -> requireHeld(type, view, TaskState.RUNNING);
      case "task.succeeded" -> {
        requireHeld(type, view, TaskState.RUNNING);
        requireOwnResult(view);
      }
      default -> violations.add("Task %s has an event %s".formatted(id, type));
    }
    now = view;
  }

  /** Something that only the holder of the lease may show. */
  void shown(String type) {
    TaskView view = now;
    if (view == null
        || !EnumSet.of(TaskState.RUNNING, TaskState.CANCELLING).contains(view.state())) {
      violations.add("Task %s shows %s though nobody holds it".formatted(id, type));
    }
  }

  private void requeued(String type, TaskView view) {
    if (now != null && now.state().isTerminal()) {
      require(mayGoOn && now.state() != TaskState.SUCCEEDED, type, view);
      require(now.attempt() == view.attempt(), type, view);
      mayGoOn = false;
    } else {
      requireFrom(type, view, 0, TaskState.OFFERED, TaskState.RUNNING);
    }
  }

  private void requireHeld(String type, TaskView view, TaskState from) {
    requireFrom(type, view, 0, from);
    require(now != null && Objects.equals(now.workerId(), view.workerId()), type, view);
  }

  private void requireFrom(String type, TaskView view, int more, TaskState... from) {
    TaskView before = now;
    require(
        before != null
            && List.of(from).contains(before.state())
            && view.attempt() == before.attempt() + more,
        type,
        view);
  }

  /** Every object of the task that the result names was written by the attempt that succeeded. */
  private void requireOwnResult(TaskView view) {
    String result = WireJson.MAPPER.valueToTree(view.result()).toString();
    Matcher own = Pattern.compile("tasks/" + id + "/[^/\"]+/[^/\"]+/").matcher(result);
    boolean found = false;
    while (own.find()) {
      found = true;
      if (!own.group().equals(prefix(view))) {
        violations.add("Task %s publishes %s for %s".formatted(id, own.group(), prefix(view)));
      }
    }
    require(found, "task.succeeded", view);
  }

  private String prefix(TaskView view) {
    return ObjectKeys.attempt(id, view.attempt(), Objects.requireNonNull(view.workerId()));
  }

  private void require(boolean holds, String type, TaskView view) {
    if (!holds) {
      violations.add(
          "Task %s: %s (attempt %d by %s) after %s"
              .formatted(
                  id,
                  type,
                  view.attempt(),
                  view.workerId(),
                  now == null
                      ? "nothing"
                      : "%s (attempt %d by %s)"
                          .formatted(now.state(), now.attempt(), now.workerId())));
    }
  }
}
