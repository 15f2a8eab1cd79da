package io.mien.orchestrator.event;

import com.fasterxml.jackson.core.JacksonException;
import io.mien.contracts.Topics;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.store.json.WireJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the records of workers. */
public final class ReportReader {

  private ReportReader() {}

  /**
   * What the record says.
   *
   * @throws UnreadableReport when nobody can read it
   */
  public static Report read(String topic, byte @Nullable [] value) throws UnreadableReport {
    if (value == null) {
      throw new UnreadableReport("It is empty.", null);
    }
    try {
      return switch (topic) {
        case Topics.TASK_EVENTS -> {
          TaskEvent event = WireJson.MAPPER.readValue(value, TaskEvent.class);
          requireFence(event);
          yield new Report.OfTask(event);
        }
        case Topics.WORKER_EVENTS -> {
          WorkerEvent event = WireJson.MAPPER.readValue(value, WorkerEvent.class);
          requireWorker(event);
          yield new Report.OfWorker(event);
        }
        default -> throw new UnreadableReport("Nothing is read from topic " + topic + ".", null);
      };
    } catch (JacksonException e) {
      throw new UnreadableReport(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnreadableReport(String.valueOf(e.getMessage()), e);
    }
  }

  /** JSON does not know what may not be null; it may even be {@code null} itself. */
  private static void requireFence(@Nullable TaskEvent event) throws UnreadableReport {
    if (event == null || isMissing(event.taskId()) || isMissing(event.workerId())) {
      throw new UnreadableReport("It lacks a task or a worker.", null);
    }
    if (event.attempt() < 1) {
      throw new UnreadableReport("It lacks an attempt.", null);
    }
  }

  private static void requireWorker(@Nullable WorkerEvent event) throws UnreadableReport {
    if (event == null || isMissing(event.workerId())) {
      throw new UnreadableReport("It lacks a worker.", null);
    }
  }

  private static boolean isMissing(@Nullable Object value) {
    return value == null;
  }
}
