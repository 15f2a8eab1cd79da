package io.mien.synth.engine;

import io.mien.contracts.task.RunTask;
import io.mien.worker.TaskContext;
import java.util.UUID;

/**
 * Who asks for images.
 *
 * @param client whose runs share one turn among clients, so that many runs get no more than one
 * @param run whose tasks share one turn among the client's runs
 * @param throwIfStopping throws when images are no longer wanted; called again and again while one
 *     waits for them
 */
public record Requester(Urgency urgency, String client, String run, Runnable throwIfStopping) {

  /** A task that somebody waits for. */
  public static Requester onDemand(TaskContext context) {
    return of(Urgency.ON_DEMAND, context.task(), context::throwIfStopping);
  }

  /** A task of many images. */
  public static Requester bulk(TaskContext context) {
    return of(Urgency.BULK, context.task(), context::throwIfStopping);
  }

  /** An offer that does not tell the client is of one that has this run alone. */
  static Requester of(Urgency urgency, RunTask task, Runnable throwIfStopping) {
    String run = task.runId().toString();
    UUID client = task.client();
    return new Requester(urgency, client == null ? run : client.toString(), run, throwIfStopping);
  }
}
