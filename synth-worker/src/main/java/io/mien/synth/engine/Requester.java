package io.mien.synth.engine;

import io.mien.worker.TaskContext;

/**
 * Who asks for images.
 *
 * @param id of those who share one turn: tasks of one run do, so that many tasks get no more than
 *     one
 * @param throwIfStopping throws when images are no longer wanted; called again and again while one
 *     waits for them
 */
public record Requester(Urgency urgency, String id, Runnable throwIfStopping) {

  /** A task that somebody waits for. */
  public static Requester onDemand(TaskContext context) {
    return of(Urgency.ON_DEMAND, context);
  }

  /** A task of many images. */
  public static Requester bulk(TaskContext context) {
    return of(Urgency.BULK, context);
  }

  private static Requester of(Urgency urgency, TaskContext context) {
    return new Requester(urgency, context.task().runId().toString(), context::throwIfStopping);
  }
}
