package io.mien.worker.attempt;

import io.mien.contracts.event.Measure;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.task.RunTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Measures and samples of one attempt on their way out; what did not get out is sent again. Filled
 * by the work, emptied by the heartbeat thread. Thread-safe.
 */
final class Outbox {

  private static final int MEASURES_PER_MESSAGE = 1_000;

  private final Attempt attempt;
  private final EventSink sink;
  private final long every;
  private final List<Measure> measures = new ArrayList<>();
  private final List<TaskEvent> waiting = new ArrayList<>();
  private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
  private long sentAt;

  Outbox(Attempt attempt, EventSink sink, long every) {
    this.attempt = attempt;
    this.sink = sink;
    this.every = every;
    this.sentAt = attempt.surroundings().nanos().getAsLong() - every;
  }

  synchronized void measured(List<Measure> points) {
    measures.addAll(points);
  }

  synchronized void sampled(long iteration, ObjectRef image, List<String> columns) {
    RunTask task = attempt.task();
    waiting.add(
        new TaskSampled(
            task.taskId(),
            task.attempt(),
            attempt.worker(),
            attempt.surroundings().now(),
            iteration,
            image,
            columns));
  }

  /** Sends what is waiting, at most one message of measures for each interval. */
  synchronized void step(long now) {
    if (sending.isDone() && now - sentAt >= every) {
      sentAt = now;
      List<CompletableFuture<Void>> sent = new ArrayList<>();
      for (TaskEvent event : takeAll()) {
        sent.add(
            sink.send(event)
                .whenComplete(
                    (done, failure) -> {
                      if (failure != null) {
                        putBack(event);
                      }
                    }));
      }
      sending = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }
  }

  /** Waits for what is on its way, then hands over what did not get out. */
  List<TaskEvent> takeRest() {
    onItsWay().handle((done, failure) -> true).join();
    return takeAll();
  }

  private synchronized CompletableFuture<Void> onItsWay() {
    return sending;
  }

  private synchronized List<TaskEvent> takeAll() {
    List<TaskEvent> all = new ArrayList<>(waiting);
    waiting.clear();
    for (int from = 0; from < measures.size(); from += MEASURES_PER_MESSAGE) {
      int to = Math.min(measures.size(), from + MEASURES_PER_MESSAGE);
      all.add(measured(from, to));
    }
    measures.clear();
    return all;
  }

  private TaskMeasured measured(int from, int to) {
    RunTask task = attempt.task();
    return new TaskMeasured(
        task.taskId(),
        task.attempt(),
        attempt.worker(),
        attempt.surroundings().now(),
        measures.subList(from, to));
  }

  private synchronized void putBack(TaskEvent event) {
    waiting.add(event);
  }
}
