package io.mien.worker.attempt;

import io.mien.contracts.task.RunTask;
import java.util.List;
import org.slf4j.MDC;

/** Puts a task's ids beside every line that this thread logs, until closed. */
public final class TaskLog implements AutoCloseable {

  private static final List<String> KEYS = List.of("runId", "taskId", "attempt");

  private TaskLog(RunTask task) {
    MDC.put("runId", task.runId().toString());
    MDC.put("taskId", task.taskId().toString());
    MDC.put("attempt", Integer.toString(task.attempt()));
  }

  public static TaskLog of(RunTask task) {
    return new TaskLog(task);
  }

  @Override
  public void close() {
    KEYS.forEach(MDC::remove);
  }
}
