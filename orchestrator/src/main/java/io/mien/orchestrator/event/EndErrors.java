package io.mien.orchestrator.event;

import io.mien.contracts.Topics;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.orchestrator.task.ExpectedResult;
import io.mien.orchestrator.task.Task;

/** What is wrong with a report of an end, in words of our own: the report's may be the trouble. */
final class EndErrors {

  private EndErrors() {}

  static TaskError wrongResult(Task task, TaskSucceeded event) {
    Class<?> expected = ExpectedResult.of(task.spec());
    String found = event.result() == null ? "nothing" : nameOf(event.result());
    return new TaskError(
        TaskError.Category.INTERNAL,
        "wrong-result",
        "Task %s (%s) should hand back a %s, but attempt %d by %s handed back a %s. Do worker and orchestrator have the same version?"
            .formatted(
                task.id(),
                task.view().step(),
                expected.getSimpleName(),
                event.attempt(),
                event.workerId(),
                found),
        "wrong-result/" + expected.getSimpleName() + "/" + found);
  }

  static TaskError reportRefused(TaskEvent event) {
    return new TaskError(
        TaskError.Category.INTERNAL,
        "report-refused",
        "Cannot store the %s of attempt %d of task %s by %s. The report lies in %s with the reason; look there."
            .formatted(
                nameOf(event),
                event.attempt(),
                event.taskId(),
                event.workerId(),
                Topics.dead(Topics.TASK_EVENTS)),
        "report-refused/" + nameOf(event));
  }

  private static String nameOf(Object what) {
    return what.getClass().getSimpleName();
  }
}
