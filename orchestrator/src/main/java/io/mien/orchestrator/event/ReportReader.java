package io.mien.orchestrator.event;

import com.fasterxml.jackson.core.JacksonException;
import io.mien.contracts.Topics;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.worker.WorkerEventHandler;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.util.function.Consumer;

/** Makes of a record what it is to change. */
public final class ReportReader {

  private final TaskEventHandler tasks;
  private final WorkerEventHandler workers;

  public ReportReader(TaskEventHandler tasks, WorkerEventHandler workers) {
    this.tasks = tasks;
    this.workers = workers;
  }

  /**
   * What the record is to change.
   *
   * @throws UnreadableReport when nobody can read it
   */
  public Consumer<Transaction> read(String topic, byte[] value) throws UnreadableReport {
    try {
      return switch (topic) {
        case Topics.TASK_EVENTS -> {
          TaskEvent event = WireJson.MAPPER.readValue(value, TaskEvent.class);
          requireFence(event);
          yield tx -> tasks.handle(tx, event);
        }
        case Topics.WORKER_EVENTS -> {
          WorkerEvent event = WireJson.MAPPER.readValue(value, WorkerEvent.class);
          yield tx -> workers.handle(tx, event);
        }
        default -> throw new UnreadableReport("Nothing is read from topic " + topic + ".", null);
      };
    } catch (JacksonException e) {
      throw new UnreadableReport(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnreadableReport(String.valueOf(e.getMessage()), e);
    }
  }

  @SuppressWarnings("ConstantValue")
  private static void requireFence(TaskEvent event) throws UnreadableReport {
    if (event.taskId() == null || event.workerId() == null || event.attempt() < 1) {
      throw new UnreadableReport("It lacks a task, a worker or an attempt.", null);
    }
  }
}
