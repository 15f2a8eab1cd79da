package io.mien.orchestrator.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.event.DoneItems;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The transitions of a task as compare-and-set: each returns the task as it is afterwards, or empty
 * when the row was not in a state (or not in the hands of the attempt and worker) that allows it.
 * That is an expected outcome: somebody else was first.
 *
 * <p>All times are the database's.
 */
public final class JdbcTaskTransitions {

  private static final String OFFER =
      TransitionSql.of(TaskTrigger.OFFER)
          .set("attempt", "task.attempt + 1")
          .set("offered_at", "now()")
          .set("offer_expires_at", "now() + make_interval(secs => ?)")
          .many(
              "task.task_id = ANY(?) AND task.held_at IS NULL AND task.not_before_at <= now()",
              "task.lane, task.urgent_at, task.task_id");

  private static final String WITHDRAW =
      TransitionSql.of(TaskTrigger.WITHDRAW).one("task.task_id = ?");

  private static final String REFUSE_OFFER =
      TransitionSql.of(TaskTrigger.OFFER_REFUSED)
          .set("error", "CAST(? AS jsonb)")
          .one("task.task_id = ?");

  private static final String YIELD = TransitionSql.of(TaskTrigger.YIELD).one(TransitionSql.HELD);

  private static final String ASK_TO_YIELD =
      """
      UPDATE task
         SET yield_asked_at = now()
       WHERE task.task_id = ? AND task.state = 'RUNNING'
      RETURNING %s
      """
          .formatted(TaskColumns.ALL);

  /** Whoever gets the slot can be offered something: its worker lives and is not drained. */
  private static final String SLOT_IS_OF_USE =
      """
      EXISTS (SELECT FROM worker
               WHERE worker.worker_id = %s.worker_id AND worker.state = 'ALIVE' AND worker.drained_at IS NULL)""";

  private static final String MAKE_ROOM =
      """
      UPDATE task
         SET yield_asked_at = now()
       WHERE task.task_id IN (
               SELECT least.task_id
                 FROM task AS least
                WHERE least.kind = ? AND least.state = 'RUNNING' AND least.lane > ?
                  AND least.yield_asked_at IS NULL
                  AND %s
                ORDER BY least.lane DESC, least.priority, least.task_id DESC
                LIMIT GREATEST(0, ? - (SELECT count(*)
                                         FROM task AS asked
                                        WHERE asked.kind = ? AND asked.state = 'RUNNING'
                                          AND asked.yield_asked_at IS NOT NULL
                                          AND %s))
                  FOR UPDATE SKIP LOCKED)
      RETURNING %s
      """
          .formatted(
              SLOT_IS_OF_USE.formatted("least"),
              SLOT_IS_OF_USE.formatted("asked"),
              TaskColumns.ALL);

  /** Those before that may still count towards a quota, behind the new one. */
  private static final String RECENT_STARTS =
      """
      array_prepend(now(), ARRAY(
        SELECT start.at
          FROM unnest(task.recent_starts) AS start (at)
         WHERE start.at > now() - interval '1 minute'
         ORDER BY start.at DESC))""";

  private static final String START =
      TransitionSql.of(TaskTrigger.START)
          .set("worker_id", "target.\"workerId\"")
          .set("offers_expired", "0")
          .set("lease_until", "now() + make_interval(secs => ?)")
          .set("started_at", "COALESCE(task.started_at, now())")
          .set("recent_starts", RECENT_STARTS)
          .spoken("task.task_id = event.\"taskId\" AND task.attempt = event.attempt");

  private static final String RENEW =
      """
      UPDATE task
         SET lease_until = now() + make_interval(secs => ?), progress = CAST(? AS jsonb)
       WHERE task.task_id = ? AND task.attempt = ? AND task.worker_id = ?
         AND task.state IN ('RUNNING', 'CANCELLING')
      RETURNING %s
      """
          .formatted(TaskColumns.ALL);

  private static final String CHECKPOINT =
      """
      UPDATE task
         SET resume_from = CAST(? AS jsonb), resume_iteration = ?,
             resume_rejected = ?, resume_images = ?, crashes = 0
       WHERE task.task_id = ? AND task.attempt = ? AND task.worker_id = ?
         AND task.state IN ('RUNNING', 'CANCELLING')
      RETURNING %s
      """
          .formatted(TaskColumns.ALL);

  private static final String SUCCEED =
      TransitionSql.of(TaskTrigger.SUCCEED)
          .set("result", TransitionSql.when("'SUCCEEDED'", "target.result"))
          .set("outputs", TransitionSql.when("'SUCCEEDED'", "target.outputs"))
          .set("peak_memory_bytes", "target.\"peakMemoryBytes\"")
          .set(
              "code_version",
              "(SELECT worker.heartbeat ->> 'version' FROM worker WHERE worker.worker_id = task.worker_id)")
          .spoken(TransitionSql.HELD_BY_SPEAKERS);

  private static final String REUSE =
      TransitionSql.of(TaskTrigger.REUSE)
          .set("result", "(SELECT same.result FROM task AS same WHERE same.task_id = ?)")
          .set("outputs", "CAST('[]' AS jsonb)")
          .set("reused_task_id", "?")
          .one("task.task_id = ?");

  private static final String CONFIRM_CANCEL =
      TransitionSql.of(TaskTrigger.CONFIRM_CANCEL).one(TransitionSql.HELD);

  private static final String CANCEL = TransitionSql.of(TaskTrigger.CANCEL).one("task.task_id = ?");

  private static final String CANCEL_STEP =
      TransitionSql.of(TaskTrigger.CANCEL).many("task.step_id = ?", "task.task_id");

  private static final String REDRIVE =
      TransitionSql.of(TaskTrigger.REDRIVE)
          .set("failures", "0")
          .set("interruptions", "0")
          .set("crashes", "0")
          .set("offers_expired", "0")
          .set("not_before_at", "now()")
          .set("progress", "NULL")
          .many("task.run_id = ?", "task.task_id");

  /**
   * None after the first offer: its worker may just have gone. From then on nobody seems to be able
   * to read it, and others are to have the slot meanwhile.
   */
  private static final String WAIT_FOR_NEXT_OFFER =
      """
      CASE task.offers_expired
        WHEN 0 THEN interval '0'
        ELSE LEAST(interval '5 minutes', interval '5 seconds' * power(2, LEAST(task.offers_expired, 10) - 1)) END""";

  private static final String EXPIRE_OFFERS =
      TransitionSql.of(TaskTrigger.OFFER_EXPIRED)
          .set("offers_expired", "task.offers_expired + 1")
          .set("not_before_at", "now() + " + WAIT_FOR_NEXT_OFFER)
          .many("task.offer_expires_at < ?", "task.offer_expires_at");

  /** Its worker did not stop in order, has not come back, and held nothing else. */
  private static final String LOST_ALONE =
      """
      EXISTS (SELECT FROM worker
               WHERE worker.worker_id = task.worker_id AND worker.state = 'LOST' AND worker.lost_tasks <= 1)""";

  private static final String CRASH = "CASE WHEN %s THEN 1 ELSE 0 END".formatted(LOST_ALONE);

  /** The same, but it held others, too. */
  private static final String LOST_IN_COMPANY =
      """
      EXISTS (SELECT FROM worker
               WHERE worker.worker_id = task.worker_id AND worker.state = 'LOST' AND worker.lost_tasks > 1)""";

  /**
   * Those who lost a worker together come back apart, the more so the more often they were
   * interrupted: then the one that brings workers down is alone at times, or hits others than
   * before.
   */
  private static final String APART =
      "random() * LEAST(interval '5 minutes', interval '5 seconds' * (power(2, LEAST(task.interruptions, 10)) - 1))";

  private static final String INTERRUPTED_TOO_OFTEN =
      """
      CASE WHEN target.next <> 'DEAD' THEN task.error
           ELSE jsonb_build_object(
             'category', 'INTERNAL', 'code', 'interrupted-too-often',
             'message', 'Attempt ' || task.attempt || ' of step ' || task.step || ' ended early like those before it ('
               || (task.interruptions + 1) || ' interruptions, ' || (task.crashes + %s)
               || ' workers lost since its last state that ran nothing else). Look at the logs of ' || task.worker_id
               || '; when the cause is gone, drive it again.',
             'fingerprint', 'interrupted-too-often:' || task.step) END"""
          .formatted(CRASH);

  private static final String EXPIRE_LEASES =
      TransitionSql.either(
              "task.interruptions + 1 >= ? OR task.crashes + 1 >= ? AND " + LOST_ALONE,
              TaskTrigger.LEASE_EXPIRED_FINALLY,
              TaskTrigger.LEASE_EXPIRED)
          .set("interruptions", "task.interruptions + 1")
          .set("crashes", "task.crashes + " + CRASH)
          .set(
              "not_before_at",
              "CASE WHEN %s THEN now() + %s ELSE task.not_before_at END"
                  .formatted(LOST_IN_COMPANY, APART))
          .set("error", INTERRUPTED_TOO_OFTEN)
          .many("task.lease_until < ?", "task.lease_until");

  private static final String HELD =
      """
      SELECT %s
        FROM %s
       CROSS JOIN task
       WHERE %s
         AND task.state IN ('RUNNING', 'CANCELLING')
       ORDER BY task.task_id
         FOR UPDATE OF task
      """
          .formatted(TaskColumns.ALL, TransitionSql.EVENTS, TransitionSql.HELD_BY_SPEAKERS);

  /** Who speaks in an event, without what it says: that may be what PostgreSQL refuses. */
  private record Speaker(TaskId taskId, int attempt, WorkerId workerId) {

    static Speaker of(TaskEvent event) {
      return new Speaker(event.taskId(), event.attempt(), event.workerId());
    }
  }

  /** Offers those of these tasks that are still queued; concurrent callers get different ones. */
  public List<Task> offer(Transaction tx, Collection<TaskId> tasks, Duration timeout) {
    return tx.query(OFFER, TaskColumns::map, tasks, tasks.size(), timeout);
  }

  /** Takes an offer back that nobody has started yet. */
  public Optional<Task> withdraw(Transaction tx, TaskId taskId) {
    return tx.find(WITHDRAW, TaskColumns::map, taskId);
  }

  /** Ends a task of which no offer can be published. */
  public Optional<Task> refuseOffer(Transaction tx, TaskId taskId, TaskError error) {
    return tx.find(REFUSE_OFFER, TaskColumns::map, taskId, new Json(error));
  }

  /** Notes that whoever runs the task is asked to make room. */
  public Optional<Task> askToYield(Transaction tx, TaskId taskId) {
    return tx.find(ASK_TO_YIELD, TaskColumns::map, taskId);
  }

  /**
   * Asks the least important running tasks of a kind to make room, where that helps: not on workers
   * that are lost or drained.
   *
   * @param lane those in lanes behind this one
   * @param wanted how many are needed, with those that were asked before
   * @return the ones that are asked now
   */
  public List<Task> makeRoom(Transaction tx, TaskKind kind, Lane lane, int wanted) {
    return tx.query(MAKE_ROOM, TaskColumns::map, kind, lane.ordinal(), wanted, kind);
  }

  /** The attempt made room, as it was asked to. */
  public Optional<Task> madeRoom(Transaction tx, TaskEvent event) {
    return tx.find(YIELD, TaskColumns::map, event.taskId(), event.attempt(), event.workerId());
  }

  /**
   * Gives the leases of offered attempts to the workers that ask first.
   *
   * @param events of different tasks
   */
  public List<Task> start(Transaction tx, List<TaskStarted> events, Duration lease) {
    return tx.query(START, TaskColumns::map, new Json(events), lease);
  }

  /** Renews the lease from now on. */
  public Optional<Task> renew(Transaction tx, TaskHeartbeat event, Duration lease) {
    return tx.find(
        RENEW,
        TaskColumns::map,
        lease,
        new Json(event.progress()),
        event.taskId(),
        event.attempt(),
        event.workerId());
  }

  /** Remembers the state that the next attempt goes on from. */
  public Optional<Task> checkpoint(Transaction tx, TaskCheckpointed event) {
    DoneItems items = event.items();
    return tx.find(
        CHECKPOINT,
        TaskColumns::map,
        new Json(event.state()),
        event.iteration(),
        items == null ? null : items.rejected(),
        items == null ? null : items.images(),
        event.taskId(),
        event.attempt(),
        event.workerId());
  }

  /**
   * Takes the results, unless cancellation was asked for.
   *
   * @param events of different tasks
   */
  public List<Task> succeed(Transaction tx, List<TaskSucceeded> events) {
    return tx.query(SUCCEED, TaskColumns::map, new Json(events));
  }

  /** Takes the result of an earlier task that did the same. */
  public Optional<Task> reuse(Transaction tx, TaskId taskId, TaskId earlier) {
    return tx.find(REUSE, TaskColumns::map, taskId, earlier, earlier);
  }

  /** The worker stopped as it was told. */
  public Optional<Task> confirmCancel(Transaction tx, TaskCancelled event) {
    return tx.find(
        CONFIRM_CANCEL, TaskColumns::map, event.taskId(), event.attempt(), event.workerId());
  }

  /** The task, locked, if this attempt of this worker holds its lease. */
  public Optional<Task> held(Transaction tx, TaskEvent event) {
    return held(tx, List.of(event)).stream().findFirst();
  }

  /**
   * The tasks, locked, whose leases these attempts of these workers hold.
   *
   * @param events of different tasks
   */
  public List<Task> held(Transaction tx, List<? extends TaskEvent> events) {
    return tx.query(HELD, TaskColumns::map, new Json(events.stream().map(Speaker::of).toList()));
  }

  /** Ends the attempt for a failure that {@link RetryPolicy} has judged. */
  public Optional<Task> fail(
      Transaction tx, TaskEvent event, RetryPolicy.Verdict verdict, TaskError error) {
    return end(tx, event, "failures", verdict, error);
  }

  /** Ends the attempt for an outage that {@link RetryPolicy} has judged; it is told as an error. */
  public Optional<Task> suspend(
      Transaction tx, TaskEvent event, RetryPolicy.Verdict verdict, TaskError error) {
    return end(tx, event, "interruptions", verdict, error);
  }

  /** Ends the attempt for an interruption that {@link RetryPolicy} has judged. */
  public Optional<Task> interrupt(Transaction tx, TaskEvent event, RetryPolicy.Verdict verdict) {
    String sql =
        TransitionSql.of(verdict.trigger())
            .set("interruptions", "task.interruptions + 1")
            .set("not_before_at", "now() + make_interval(secs => ?)")
            .set("error", INTERRUPTED_TOO_OFTEN)
            .one(TransitionSql.HELD);
    return tx.find(
        sql, TaskColumns::map, event.taskId(), event.attempt(), event.workerId(), verdict.delay());
  }

  private static Optional<Task> end(
      Transaction tx,
      TaskEvent event,
      String counter,
      RetryPolicy.Verdict verdict,
      TaskError error) {
    String sql =
        TransitionSql.of(verdict.trigger())
            .set(counter, "task." + counter + " + 1")
            .set("not_before_at", "now() + make_interval(secs => ?)")
            .set("error", "CAST(? AS jsonb)")
            .one(TransitionSql.HELD);
    return tx.find(
        sql,
        TaskColumns::map,
        event.taskId(),
        event.attempt(),
        event.workerId(),
        verdict.delay(),
        new Json(error));
  }

  /** Ends a task that no worker holds, or asks the one that does to stop. */
  public Optional<Task> cancel(Transaction tx, TaskId taskId) {
    return tx.find(CANCEL, TaskColumns::map, taskId);
  }

  /**
   * Does the same to all tasks of a step but those that somebody else is changing at this moment.
   */
  public List<Task> cancelStep(Transaction tx, StepId step) {
    return tx.query(CANCEL_STEP, TaskColumns::map, step, Integer.MAX_VALUE);
  }

  /**
   * Queues whatever of a run has ended without a result, as if nothing had ever gone wrong; its
   * attempts go on being counted, and a training goes on from its last state.
   */
  public List<Task> redrive(Transaction tx, RunId run) {
    return tx.query(REDRIVE, TaskColumns::map, run, Integer.MAX_VALUE);
  }

  /**
   * Queues again what nobody took before the given moment, though it should have been. The more
   * offers of a task expired in a row, the longer the next one waits; a start makes up for them. It
   * costs the task nothing else: perhaps nobody was there.
   */
  public List<Task> expireOffers(Transaction tx, Instant before, int limit) {
    return tx.query(EXPIRE_OFFERS, TaskColumns::map, before, limit);
  }

  /**
   * Takes back leases that ended before the given moment; cancelled tasks end instead.
   *
   * <p>A task that brings its worker down takes the next one, too. Of several tasks that a lost
   * worker held nobody knows which one did it, so that counts as an interruption of each and as
   * nothing else, and they come back apart. When there was only one, it is a crash as well. So a
   * task that is alone with its workers ends after few crashes, one that always has company when
   * its interruptions are used up, and those that were beside it go on.
   *
   * @param interruptions and {@code crashes}: how many end a task; a new training state makes up
   *     for the crashes before it
   */
  public List<Task> expireLeases(
      Transaction tx, Instant before, int interruptions, int crashes, int limit) {
    return tx.query(EXPIRE_LEASES, TaskColumns::map, interruptions, crashes, before, limit);
  }

  /** Now, as leases see it. */
  public Instant now(Transaction tx) {
    return tx.query("SELECT clock_timestamp() AS now", JdbcTaskTransitions::readNow).get(0);
  }

  private static Instant readNow(Row row) throws SQLException {
    return row.instant("now");
  }
}
