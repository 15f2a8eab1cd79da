package io.mien.orchestrator.chaos;

import io.mien.contracts.TaskKind;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.orchestrator.system.Outcomes;
import io.mien.store.ObjectKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A worker that keeps the protocol as the worker runtime does, but may freeze for any time, come
 * back and speak before it listens. Its clock is wrong; nothing may rest on it.
 */
final class SimulatedWorker {

  private static final Duration WRONG_BY_AT_MOST = Duration.ofMinutes(10);
  private static final int PARTS = 3;

  private final WorkerId id;
  private final TaskKind kind;
  private final int slots;
  private final UnreliableTopics topics;
  private final RandomGenerator random;
  private final Outcomes outcomes;
  private final Duration skew;
  private final List<Held> held = new ArrayList<>();
  private final Set<Offered> known = new HashSet<>();
  private final Set<String> started;
  private int ordersRead;

  /**
   * @param started where it writes the prefix of every attempt that it starts
   */
  SimulatedWorker(
      WorkerPlan plan, UnreliableTopics topics, RandomGenerator random, Set<String> started) {
    this.id = new WorkerId(plan.kind().shareGroup() + "/simulated/" + plan.number());
    this.kind = plan.kind();
    this.slots = plan.slots();
    this.started = started;
    this.topics = topics;
    this.random = random;
    this.outcomes =
        new Outcomes(
            (bucket, key, content, type) -> new ObjectRef(bucket, key, content.length, "00"),
            offer -> id);
    this.skew =
        Duration.ofMillis(random.nextLong(2 * WRONG_BY_AT_MOST.toMillis())).minus(WRONG_BY_AT_MOST);
    this.ordersRead = topics.ordersFrom(0).size();
  }

  WorkerId id() {
    return id;
  }

  TaskKind kind() {
    return kind;
  }

  int slots() {
    return slots;
  }

  boolean isIdle() {
    return held.isEmpty();
  }

  /** Says that it lives. */
  void appear() {
    topics.report(
        new WorkerHeartbeat(
            id, at(), kind, "simulated", 1, "1", slots, held.size(), "cpu", at(), 1, 1, false));
  }

  /** Takes an offer if it has room; one that it knows already is passed over. */
  void take() {
    if (held.size() < slots) {
      topics
          .takeOffer(kind)
          .filter(offer -> known.add(new Offered(offer.taskId(), offer.attempt())))
          .ifPresent(
              offer -> {
                topics.report(new TaskStarted(offer.taskId(), offer.attempt(), id, at()));
                started.add(ObjectKeys.attempt(offer.taskId(), offer.attempt(), id));
                held.add(new Held(offer));
              });
    }
  }

  /** Reads the orders since it read last and does what they say. */
  void obey() {
    List<TaskControl> orders = topics.ordersFrom(ordersRead);
    ordersRead += orders.size();
    for (TaskControl order : orders) {
      for (Held attempt : List.copyOf(held)) {
        if (!concerns(order, attempt.offer)) {
          continue;
        }
        if (order instanceof YieldTask) {
          interrupt(attempt, TaskInterrupted.Reason.YIELDED);
        } else {
          held.remove(attempt);
          if (order instanceof CancelTask) {
            RunTask offer = attempt.offer;
            topics.report(new TaskCancelled(offer.taskId(), offer.attempt(), id, at()));
          }
        }
      }
    }
  }

  /** Its own clock goes on; an attempt whose heartbeats do not get out is given up in time. */
  void pass(Duration time) {
    for (Held attempt : List.copyOf(held)) {
      attempt.quiet = attempt.quiet.plus(time);
      if (attempt.quiet.multipliedBy(3).compareTo(attempt.offer.lease().multipliedBy(2)) > 0) {
        interrupt(attempt, TaskInterrupted.Reason.LEASE_IN_DOUBT);
      }
    }
  }

  /** Something happens in one of its attempts. */
  void work() {
    if (held.isEmpty()) {
      return;
    }
    Held attempt = held.get(random.nextInt(held.size()));
    int dice = random.nextInt(100);
    if (dice < 34) {
      beat(attempt);
    } else if (dice < 46) {
      show(attempt);
    } else if (dice < 76) {
      succeed(attempt);
    } else if (dice < 93) {
      fail(attempt);
    } else {
      interrupt(attempt, TaskInterrupted.Reason.DRAINED);
    }
  }

  /** Every attempt reports: some that they live, some that they are done. */
  void workWell() {
    for (Held attempt : List.copyOf(held)) {
      if (random.nextBoolean()) {
        succeed(attempt);
      } else {
        beat(attempt);
      }
    }
  }

  /** What the threads of a process that wakes up do before anybody has told them anything. */
  void finishAll() {
    List.copyOf(held).forEach(this::succeed);
  }

  /** Ends in good order. */
  void stop() {
    List.copyOf(held).forEach(attempt -> interrupt(attempt, TaskInterrupted.Reason.DRAINED));
    topics.report(new WorkerStopped(id, at()));
  }

  private void beat(Held attempt) {
    RunTask offer = attempt.offer;
    attempt.beats++;
    attempt.quiet = Duration.ZERO;
    Progress progress = new Progress("work", "items", attempt.beats, 100, 1);
    topics.report(
        new TaskHeartbeat(offer.taskId(), offer.attempt(), id, at(), attempt.beats, progress));
  }

  private void show(Held attempt) {
    RunTask offer = attempt.offer;
    switch (random.nextInt(3)) {
      case 0 ->
          topics.report(
              new TaskCheckpointed(
                  offer.taskId(),
                  offer.attempt(),
                  id,
                  at(),
                  attempt.beats,
                  outcomes.set(offer, Bucket.MODELS, "state.json")));
      case 1 ->
          topics.report(
              new TaskMeasured(
                  offer.taskId(),
                  offer.attempt(),
                  id,
                  at(),
                  List.of(new Measure(attempt.beats, "loss", 0.5))));
      default ->
          topics.report(
              new TaskSampled(
                  offer.taskId(),
                  offer.attempt(),
                  id,
                  at(),
                  attempt.beats,
                  outcomes.object(offer, Bucket.MODELS, "sample.png"),
                  List.of()));
    }
  }

  private void succeed(Held attempt) {
    RunTask offer = attempt.offer;
    held.remove(attempt);
    TaskResult result =
        offer.step().equals("list") ? outcomes.listed(offer, PARTS) : outcomes.of(offer);
    ObjectRef output = outcomes.object(offer, Bucket.MODELS, "output");
    topics.report(
        new TaskSucceeded(offer.taskId(), offer.attempt(), id, at(), result, List.of(output), 1));
  }

  private void fail(Held attempt) {
    RunTask offer = attempt.offer;
    held.remove(attempt);
    TaskError.Category category =
        switch (random.nextInt(10)) {
          case 0 -> TaskError.Category.INVALID_INPUT;
          case 1, 2 -> TaskError.Category.UNAVAILABLE;
          default -> TaskError.Category.INTERNAL;
        };
    topics.report(
        new TaskFailed(
            offer.taskId(),
            offer.attempt(),
            id,
            at(),
            new TaskError(category, "simulated", "It did not work.", "simulated")));
  }

  private void interrupt(Held attempt, TaskInterrupted.Reason reason) {
    held.remove(attempt);
    RunTask offer = attempt.offer;
    topics.report(new TaskInterrupted(offer.taskId(), offer.attempt(), id, at(), reason));
  }

  private boolean concerns(TaskControl order, RunTask offer) {
    if (!order.taskId().equals(offer.taskId())) {
      return false;
    }
    if (order instanceof YieldTask asked) {
      return asked.attempt() == offer.attempt();
    }
    return !(order instanceof RevokeTask revoke)
        || revoke.attempt() == offer.attempt()
            && (revoke.worker() == null || revoke.worker().equals(id));
  }

  private Instant at() {
    return Instant.now().plus(skew);
  }

  /** What it is to be. */
  record WorkerPlan(TaskKind kind, int number, int slots) {}

  private record Offered(TaskId task, int attempt) {}

  /** An attempt that this worker believes to be its own. */
  private static final class Held {

    private final RunTask offer;
    private long beats;
    private Duration quiet = Duration.ZERO;

    Held(RunTask offer) {
      this.offer = offer;
    }
  }
}
