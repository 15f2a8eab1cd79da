package io.mien.orchestrator.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.ScheduleId;
import io.mien.contracts.rest.Overlap;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.ScheduleView;
import io.mien.contracts.rest.StepsRequest;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code schedule}. Times are the database's. */
public final class JdbcScheduleRepository {

  private static final String COLUMNS =
      """
      schedule_id, name, client, cron, time_zone, overlap, request, state, created_at, next_at, run_id,
      last_due_at, last_outcome, last_message, now() AS now
      """;

  private static final String INSERT =
      """
      INSERT INTO schedule (schedule_id, name, client, cron, time_zone, overlap, request, state, next_at)
      VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb), 'ENABLED', ?)
      ON CONFLICT (name) DO NOTHING
      """;

  private static final String FIND =
      "SELECT %s FROM schedule WHERE schedule_id = ?".formatted(COLUMNS);

  private static final String PAGE =
      """
      SELECT %s
        FROM schedule
       WHERE CAST(? AS uuid) IS NULL OR schedule_id < ?
       ORDER BY schedule_id DESC
       LIMIT ?
      """
          .formatted(COLUMNS);

  private static final String ENABLE =
      """
      UPDATE schedule SET state = 'ENABLED', next_at = ?
       WHERE schedule_id = ? AND state = 'DISABLED'
      """;

  private static final String DISABLE =
      "UPDATE schedule SET state = 'DISABLED', next_at = NULL WHERE schedule_id = ?";

  private static final String DELETE = "DELETE FROM schedule WHERE schedule_id = ?";

  private static final String DUE =
      """
      SELECT %s
        FROM schedule
       WHERE state = 'ENABLED' AND next_at <= now()
       ORDER BY next_at, schedule_id
       LIMIT ?
      """
          .formatted(COLUMNS);

  private static final String LOCK =
      """
      SELECT %s
        FROM schedule
       WHERE schedule_id = ? AND state = 'ENABLED' AND next_at = ?
         FOR UPDATE SKIP LOCKED
      """
          .formatted(COLUMNS);

  private static final String ACTIVE = "SELECT 1 FROM run WHERE run_id = ? AND finished_at IS NULL";

  private static final String CONCLUDE =
      """
      UPDATE schedule
         SET last_due_at = ?, last_outcome = ?, last_message = ?, run_id = COALESCE(?, run_id),
             next_at = ?, state = CASE WHEN CAST(? AS timestamptz) IS NULL THEN 'DISABLED' ELSE 'ENABLED' END
       WHERE schedule_id = ?
      """;

  private static final String NOW = "SELECT now() AS now";

  /**
   * A row.
   *
   * @param asked what it starts
   * @param client who made it, and whose runs it starts
   * @param now when it was read
   */
  record Schedule(ScheduleView view, RepeatableRequest asked, String client, Instant now) {}

  /**
   * What became of a time.
   *
   * @param runId the run that was started; null where none was
   */
  record Conclusion(ScheduleView.Last last, @Nullable RunId runId) {}

  /** False when another has the name. */
  public boolean insert(Transaction tx, ScheduleView schedule, String client) {
    return tx.update(
            INSERT,
            schedule.scheduleId(),
            schedule.name(),
            client,
            schedule.cron(),
            schedule.timezone(),
            schedule.overlap(),
            new Json(schedule.run() == null ? schedule.steps() : schedule.run()),
            schedule.nextAt())
        == 1;
  }

  public Optional<ScheduleView> find(Transaction tx, ScheduleId id) {
    return tx.find(FIND, JdbcScheduleRepository::map, id).map(Schedule::view);
  }

  /** Newest first. */
  public List<ScheduleView> page(Transaction tx, @Nullable UUID before, int limit) {
    return tx.query(PAGE, JdbcScheduleRepository::map, before, before, limit).stream()
        .map(Schedule::view)
        .toList();
  }

  /** Does nothing to one that is enabled already. */
  public void enable(Transaction tx, ScheduleId id, Instant nextAt) {
    tx.update(ENABLE, nextAt, id);
  }

  public void disable(Transaction tx, ScheduleId id) {
    tx.update(DISABLE, id);
  }

  /** What it has started stays. */
  public void delete(Transaction tx, ScheduleId id) {
    tx.update(DELETE, id);
  }

  public Instant now(Transaction tx) {
    return tx.query(NOW, row -> row.instant("now")).get(0);
  }

  /** Those whose time has come, the longest due first; nothing keeps others from them. */
  List<Schedule> due(Transaction tx, int limit) {
    return tx.query(DUE, JdbcScheduleRepository::map, limit);
  }

  /** The same as it is now, locked; empty when somebody else has it, or has had its time. */
  Optional<Schedule> lock(Transaction tx, Schedule due) {
    return tx.find(LOCK, JdbcScheduleRepository::map, due.view().scheduleId(), due.view().nextAt());
  }

  boolean isActive(Transaction tx, RunId run) {
    return tx.find(ACTIVE, row -> true, run).isPresent();
  }

  /**
   * Remembers what became of a time, and waits for the next.
   *
   * @param nextAt null when there is none, so that it is disabled
   */
  void conclude(Transaction tx, ScheduleId id, Conclusion conclusion, @Nullable Instant nextAt) {
    tx.update(
        CONCLUDE,
        conclusion.last().dueAt(),
        conclusion.last().outcome(),
        conclusion.last().message(),
        conclusion.runId(),
        nextAt,
        nextAt,
        id);
  }

  private static Schedule map(Row row) throws SQLException {
    UUID run = row.uuidOrNull("run_id");
    RepeatableRequest asked = row.json("request", requestOf(row));
    ScheduleView view =
        new ScheduleView(
            new ScheduleId(row.uuid("schedule_id")),
            row.text("name"),
            row.text("cron"),
            row.text("time_zone"),
            Overlap.valueOf(row.text("overlap")),
            asked instanceof RunRequest once ? once : null,
            asked instanceof StepsRequest steps ? steps : null,
            ScheduleView.State.valueOf(row.text("state")),
            row.instant("created_at"),
            row.instantOrNull("next_at"),
            run == null ? null : new RunId(run),
            last(row));
    return new Schedule(view, asked, row.text("client"), row.instant("now"));
  }

  /** Only what is about one dataset must name it. */
  private static Class<? extends RepeatableRequest> requestOf(Row row) throws SQLException {
    boolean isRun = row.json("request", JsonNode.class).has("datasetId");
    return isRun ? RunRequest.class : StepsRequest.class;
  }

  private static ScheduleView.@Nullable Last last(Row row) throws SQLException {
    Instant dueAt = row.instantOrNull("last_due_at");
    return dueAt == null
        ? null
        : new ScheduleView.Last(
            dueAt,
            ScheduleView.Outcome.valueOf(row.text("last_outcome")),
            row.textOrNull("last_message"));
  }
}
