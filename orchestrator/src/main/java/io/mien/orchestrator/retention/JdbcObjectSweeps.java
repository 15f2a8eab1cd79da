package io.mien.orchestrator.retention;

import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code object_sweep}, and whose buckets they are about. Times are the database's. */
public final class JdbcObjectSweeps {

  /** Nobody else gets it until the claim ends, or it is moved on. */
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT bucket, root
          FROM object_sweep
         WHERE next_at <= now()
         ORDER BY next_at, bucket, root
         LIMIT 1
           FOR UPDATE SKIP LOCKED)
      UPDATE object_sweep
         SET next_at = now() + make_interval(secs => ?)
        FROM due
       WHERE object_sweep.bucket = due.bucket AND object_sweep.root = due.root
      RETURNING object_sweep.bucket, object_sweep.root, object_sweep.after_key, now() AS at
      """;

  private static final String MOVE_ON =
      """
      UPDATE object_sweep SET after_key = ?, next_at = now() + make_interval(secs => ?)
       WHERE bucket = ? AND root = ? AND after_key = ?
      """;

  private static final String INSTALLATION = "SELECT installation_id FROM installation";

  /** A part that is due; it is left to the caller for the given time. */
  Optional<ObjectSweep> claim(Transaction tx, Duration claim) {
    return tx.find(CLAIM, JdbcObjectSweeps::map, claim);
  }

  /** Goes on behind the key after a pause, unless somebody else has gone on meanwhile. */
  void moveOn(Transaction tx, ObjectSweep from, String afterKey, Duration pause) {
    tx.update(MOVE_ON, afterKey, pause, from.bucket(), from.root(), from.afterKey());
  }

  /** Tells this database from every other. */
  UUID installation(Transaction tx) {
    return tx.query(INSTALLATION, row -> row.uuid("installation_id")).get(0);
  }

  private static ObjectSweep map(Row row) throws SQLException {
    return new ObjectSweep(
        Bucket.valueOf(row.text("bucket")),
        row.text("root"),
        row.text("after_key"),
        row.instant("at"));
  }
}
