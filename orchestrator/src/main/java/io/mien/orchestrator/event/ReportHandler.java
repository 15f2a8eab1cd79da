package io.mien.orchestrator.event;

import io.mien.contracts.event.TaskEvent;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.worker.WorkerEventHandler;
import java.util.ArrayList;
import java.util.List;

/** Takes in what workers report, many reports at a time. */
public final class ReportHandler {

  private final TaskEventHandler tasks;
  private final WorkerEventHandler workers;

  public ReportHandler(TaskEventHandler tasks, WorkerEventHandler workers) {
    this.tasks = tasks;
    this.workers = workers;
  }

  /** Takes reports in: first those of workers about themselves, each kind in its order. */
  public void handle(Transaction tx, List<Report> reports) {
    List<TaskEvent> events = new ArrayList<>();
    for (Report report : reports) {
      if (report instanceof Report.OfWorker worker) {
        workers.handle(tx, worker.event());
      } else if (report instanceof Report.OfTask task) {
        events.add(task.event());
      }
    }
    tasks.handle(tx, events);
  }

  /** Done instead when PostgreSQL refuses a report, so that nobody waits for it. */
  public void refuse(Transaction tx, Report report) {
    if (report instanceof Report.OfTask task) {
      tasks.refuse(tx, task.event());
    }
  }
}
