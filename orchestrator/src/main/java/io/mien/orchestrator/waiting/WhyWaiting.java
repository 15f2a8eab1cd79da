package io.mien.orchestrator.waiting;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.WaitingView;
import io.mien.contracts.rest.WaitingView.Reason;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dispatch.OfferTerms;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.queue.KindSlots;
import io.mien.orchestrator.task.Lane;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why a task is not running: the first thing that would have to change. */
public final class WhyWaiting {

  private final JdbcSituations situations;
  private final OfferTerms terms;
  private final Duration quiet;

  /**
   * @param quiet how long a worker may be silent before that is worth saying
   */
  public WhyWaiting(JdbcQueues queues, OfferTerms terms, Duration quiet) {
    this.situations = new JdbcSituations(queues, terms.lease());
    this.terms = terms;
    this.quiet = quiet;
  }

  /** Empty when there is no such task. */
  public Optional<WaitingView> of(Transaction tx, TaskId taskId) {
    return situations.find(tx, taskId).map(this::of);
  }

  WaitingView of(TaskSituation task) {
    return switch (task.state()) {
      case QUEUED -> queued(task);
      case OFFERED ->
          view(
              task,
              Reason.OFFERED,
              "Offered; waits for a " + task.kind().shareGroup() + " to start it.");
      case RUNNING -> running(task);
      case CANCELLING -> view(task, Reason.STOPPING, "Being cancelled; its worker has been told.");
      case SUCCEEDED, FAILED, DEAD, CANCELLED ->
          view(task, Reason.ENDED, "It is " + task.state() + ".");
    };
  }

  private WaitingView running(TaskSituation task) {
    if (task.silentSeconds() > quiet.toSeconds()) {
      return view(
          task,
          Reason.CONTACT_LOST,
          "Nothing heard of %s for %.0f seconds; when its lease has run out, another worker goes on."
              .formatted(task.workerId(), task.silentSeconds()));
    }
    return task.yielding()
        ? view(task, Reason.MAKING_ROOM, "It was asked to leave its state and make room.")
        : view(task, Reason.RUNNING, "It runs on " + task.workerId() + ".");
  }

  private WaitingView queued(TaskSituation task) {
    TaskSituation.Surroundings around = task.around();
    String worker = task.kind().shareGroup();
    if (task.held()) {
      return view(task, Reason.RUN_PAUSED, "Its run is paused; resume it.");
    } else if (around.pauseReason() != null) {
      return inLine(
          task,
          Reason.QUEUE_PAUSED,
          "No task of kind %s is offered at the moment: %s"
              .formatted(task.kind().wireName(), around.pauseReason()));
    } else if (task.backoffSeconds() > 0) {
      return backoff(task, worker);
    } else if (around.slots().all() == 0) {
      return inLine(task, Reason.NO_WORKER, "No " + worker + " is alive that takes offers.");
    }
    return quota(task).orElseGet(() -> turn(task, worker));
  }

  private static WaitingView backoff(TaskSituation task, String worker) {
    String cause =
        task.offersExpired() == 0
            ? "An attempt failed or was lost; the next one is made"
            : "No %s took its last %d offers, perhaps because none can read them; the next one is made"
                .formatted(worker, task.offersExpired());
    return new WaitingView(
        task.taskId(),
        task.state(),
        Reason.BACKOFF,
        "%s in %.0f seconds.".formatted(cause, task.backoffSeconds()),
        null,
        task.backoffSeconds());
  }

  private static Optional<WaitingView> quota(TaskSituation task) {
    TaskSituation.Surroundings around = task.around();
    Integer most = around.mostRunning();
    if (most != null && around.clientActive() >= most) {
      return Optional.of(
          inLine(
              task,
              Reason.QUOTA,
              "The client %s has %d tasks at work, as many as it may have."
                  .formatted(around.client(), around.clientActive())));
    }
    Integer starts = around.startsPerMinute();
    if (starts != null && around.clientStarted() >= starts) {
      return Optional.of(
          inLine(
              task,
              Reason.QUOTA,
              "The client %s began %d tasks within a minute, as many as it may."
                  .formatted(around.client(), around.clientStarted())));
    }
    return Optional.empty();
  }

  private WaitingView turn(TaskSituation task, String worker) {
    TaskSituation.Surroundings around = task.around();
    KindSlots slots = around.slots();
    int kept =
        task.lane() == Lane.ON_DEMAND ? 0 : KindSlots.kept(task.kind(), terms.onDemandSlots());
    int open = slots.forOthers(kept, 0);
    if (open > 0 && around.ahead() == 0) {
      return view(task, Reason.NEXT, "It is offered at the next turn.");
    }
    int turns = Math.max(0, around.ahead() + 1 - open);
    int usable = slots.all() > kept ? slots.all() - kept : slots.all();
    @Nullable Double typical = around.typicalSeconds();
    return new WaitingView(
        task.taskId(),
        task.state(),
        Reason.SLOTS_TAKEN,
        String.format(
            Locale.ROOT,
            "%d of %d slots of %ss are taken%s, and %s come before it.",
            slots.all() - slots.free(),
            slots.all(),
            worker,
            open < slots.free() ? ", %d kept for photos".formatted(slots.free() - open) : "",
            around.ahead() >= 1000 ? "more than a thousand tasks" : around.ahead() + " tasks"),
        around.ahead(),
        typical == null ? null : typical * turns / usable);
  }

  /** What holds up those before it as well. */
  private static WaitingView inLine(TaskSituation task, Reason reason, String text) {
    return new WaitingView(task.taskId(), task.state(), reason, text, task.around().ahead(), null);
  }

  private static WaitingView view(TaskSituation task, Reason reason, String text) {
    return new WaitingView(task.taskId(), task.state(), reason, text, null, null);
  }
}
