package io.mien.worker.attempt;

import io.mien.contracts.event.Progress;
import io.mien.worker.WorkerTimings;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeat of one attempt. One beat is on its way at a time, so that none is old when it gets
 * out. Stepped by one thread; beats complete on another.
 */
final class Pulse {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final Attempt attempt;
  private final EventSink sink;
  private final long every;
  private final long progressEvery;
  private long sentAt;
  private long sequence;
  private Progress shown = Progress.NONE;
  private volatile boolean failed;
  private CompletableFuture<Void> beat = CompletableFuture.completedFuture(null);

  Pulse(Attempt attempt, EventSink sink, WorkerTimings timings) {
    this.attempt = attempt;
    this.sink = sink;
    this.every = attempt.task().heartbeatEvery().toNanos();
    this.progressEvery = timings.progressEvery().toNanos();
    this.sentAt = attempt.surroundings().nanos().getAsLong();
  }

  void step(long now) {
    if (beat.isDone() && isDue(now)) {
      send(now);
    }
  }

  private boolean isDue(long now) {
    long quiet = now - sentAt;
    boolean news = failed || !attempt.progress().equals(shown);
    return quiet >= every || news && quiet >= progressEvery;
  }

  private void send(long now) {
    shown = attempt.progress();
    sentAt = now;
    sequence++;
    beat =
        sink.send(attempt.heartbeat(sequence, shown))
            .whenComplete((done, failure) -> completed(now, failure));
  }

  private void completed(long at, @Nullable Throwable failure) {
    failed = failure != null;
    if (failure == null) {
      attempt.lease().renewed(at);
    } else {
      LOG.debug("A heartbeat of {} did not get out", attempt, failure);
    }
  }
}
