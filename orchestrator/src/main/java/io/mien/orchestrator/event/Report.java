package io.mien.orchestrator.event;

import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.worker.WorkerEvent;

/** What a worker says in one record. */
public sealed interface Report {

  /** About an attempt. */
  record OfTask(TaskEvent event) implements Report {}

  /** About itself. */
  record OfWorker(WorkerEvent event) implements Report {}
}
