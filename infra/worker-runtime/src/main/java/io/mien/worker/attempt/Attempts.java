package io.mien.worker.attempt;

import io.mien.contracts.control.CancelTask;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.task.RunTask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attempts that this worker has now. Thread-safe. */
public final class Attempts {

  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  /** More than a worker ends while Kafka keeps an offer whose acknowledgement got lost. */
  private static final int REMEMBERED = 10_000;

  private final WorkerId worker;
  private final EventSink sink;
  private final Pace pace;
  private final Map<Key, Attempt> active = new LinkedHashMap<>();
  private final Set<Key> done = Collections.newSetFromMap(new Remembered());

  public Attempts(WorkerId worker, EventSink sink, Pace pace) {
    this.worker = worker;
    this.sink = sink;
    this.pace = pace;
  }

  /**
   * Takes an attempt on; empty when this worker has it, or had it, already: Kafka may deliver an
   * offer again after a restart.
   */
  public synchronized Optional<Attempt> take(RunTask task) {
    Key key = new Key(task.taskId(), task.attempt());
    if (active.containsKey(key) || done.contains(key)) {
      return Optional.empty();
    }
    Attempt attempt = new Attempt(task, worker, sink, pace);
    active.put(key, attempt);
    return Optional.of(attempt);
  }

  /** The attempt was never started here: the same offer may come again. */
  public synchronized void giveBack(Attempt attempt) {
    active.remove(keyOf(attempt));
  }

  public synchronized List<Attempt> active() {
    return List.copyOf(active.values());
  }

  /** Those that have a lease to keep. */
  List<Attempt> running() {
    return active().stream().filter(Attempt::isRunning).toList();
  }

  /** Does what an order from the orchestrator says, if it concerns this worker. */
  public void obey(TaskControl order) {
    for (Attempt attempt : active()) {
      if (concerns(order, attempt)) {
        StopReason reason = reasonOf(order);
        if (attempt.stopReason() != reason) {
          LOG.info("Stopping {}: {}", attempt, reason.text());
        }
        attempt.stop(reason);
      }
    }
  }

  public void stopAll(StopReason reason) {
    active().forEach(attempt -> attempt.stop(reason));
  }

  synchronized void finished(Attempt attempt) {
    active.remove(keyOf(attempt));
    done.add(keyOf(attempt));
  }

  private boolean concerns(TaskControl order, Attempt attempt) {
    if (!order.taskId().equals(attempt.task().taskId())) {
      return false;
    }
    if (order instanceof RevokeTask revoke) {
      WorkerId only = revoke.worker();
      return revoke.attempt() == attempt.task().attempt() && (only == null || only.equals(worker));
    }
    return !(order instanceof YieldTask asked) || asked.attempt() == attempt.task().attempt();
  }

  private static StopReason reasonOf(TaskControl order) {
    if (order instanceof CancelTask) {
      return StopReason.CANCELLED;
    }
    return order instanceof YieldTask ? StopReason.YIELDED : StopReason.REVOKED;
  }

  private static Key keyOf(Attempt attempt) {
    return new Key(attempt.task().taskId(), attempt.task().attempt());
  }

  private record Key(TaskId task, int attempt) {}

  private static final class Remembered extends LinkedHashMap<Key, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
