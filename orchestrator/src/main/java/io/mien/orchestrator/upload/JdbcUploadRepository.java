package io.mien.orchestrator.upload;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.rest.UploadView;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of {@code upload}. Times are the database's. */
public final class JdbcUploadRepository {

  private static final String COLUMNS =
      "upload_id, client, name, fingerprint, state, part_bytes, store_upload, expires_at";

  private static final String INSERT =
      """
      INSERT INTO upload (upload_id, client, name, fingerprint, state, part_bytes, store_upload, expires_at)
      VALUES (?, ?, ?, ?, 'OPEN', ?, ?, now() + make_interval(secs => ?))
      ON CONFLICT (client, fingerprint) WHERE state <> 'GIVEN_UP' DO NOTHING
      """;

  private static final String FIND =
      "SELECT %s FROM upload WHERE upload_id = ? AND client = ?".formatted(COLUMNS);

  private static final String KNOWN =
      """
      SELECT %s
        FROM upload
       WHERE client = ? AND fingerprint = ? AND state <> 'GIVEN_UP'
      """
          .formatted(COLUMNS);

  private static final String EXTEND =
      """
      UPDATE upload SET expires_at = now() + make_interval(secs => ?)
       WHERE upload_id = ? AND state IN ('OPEN', 'ASSEMBLED')
      """;

  private static final String ASSEMBLED =
      "UPDATE upload SET state = 'ASSEMBLED' WHERE upload_id = ? AND state = 'OPEN'";

  private static final String READY =
      """
      UPDATE upload SET state = 'READY', sha256 = ?, expires_at = now() + make_interval(secs => ?)
       WHERE upload_id = ? AND state = 'ASSEMBLED'
      """;

  private static final String GIVE_UP =
      "UPDATE upload SET state = 'GIVEN_UP' WHERE upload_id = ? AND state <> 'GIVEN_UP'";

  private static final String EXPIRED =
      """
      SELECT %s
        FROM upload
       WHERE state IN ('OPEN', 'ASSEMBLED') AND expires_at < now()
       ORDER BY expires_at
       LIMIT ?
      """
          .formatted(COLUMNS);

  /** No dataset has it as its source, and no run that goes on was planned with it. */
  private static final String UNUSED =
      """
      state = 'READY' AND expires_at < now()
         AND NOT EXISTS (
               SELECT FROM dataset
                WHERE position('/uploads/' || upload.upload_id || '/' IN dataset.source) > 0)
         AND NOT EXISTS (
               SELECT FROM run
                WHERE run.finished_at IS NULL
                  AND position('/uploads/' || upload.upload_id || '/' IN CAST(run.plan AS text)) > 0)
      """;

  private static final String EXPIRED_UNUSED =
      """
      SELECT %s
        FROM upload
       WHERE %s
       ORDER BY expires_at
       LIMIT ?
      """
          .formatted(COLUMNS, UNUSED);

  private static final String LOCK = "SELECT 1 FROM upload WHERE upload_id = ? FOR UPDATE";

  private static final String GIVE_UP_UNUSED =
      "UPDATE upload SET state = 'GIVEN_UP' WHERE upload_id = ? AND %s".formatted(UNUSED);

  private static final String HOLD =
      """
      SELECT upload_id, state
        FROM upload
       WHERE upload_id = CAST(substring(
               CAST(? AS text) FROM '/uploads/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/') AS uuid)
         FOR SHARE
      """;

  /** False when its client has one of the fingerprint already. */
  boolean insert(Transaction tx, Upload upload, Duration validFor) {
    return tx.update(
            INSERT,
            upload.id(),
            upload.sender().client(),
            upload.name(),
            upload.sender().fingerprint(),
            upload.parts().bytes(),
            upload.parts().storeUpload(),
            validFor)
        == 1;
  }

  /** Empty when there is none, or another client's. */
  Optional<Upload> find(Transaction tx, UploadId id, String client) {
    return tx.find(FIND, JdbcUploadRepository::map, id, client);
  }

  /** One that was not given up. */
  Optional<Upload> known(Transaction tx, Upload.Sender sender) {
    return tx.find(KNOWN, JdbcUploadRepository::map, sender.client(), sender.fingerprint());
  }

  void extend(Transaction tx, UploadId id, Duration validFor) {
    tx.update(EXTEND, validFor, id);
  }

  void assembled(Transaction tx, UploadId id) {
    tx.update(ASSEMBLED, id);
  }

  void ready(Transaction tx, UploadId id, String sha256, Duration unusedFor) {
    tx.update(READY, sha256, unusedFor, id);
  }

  void giveUp(Transaction tx, UploadId id) {
    tx.update(GIVE_UP, id);
  }

  /** Unfinished ones that nothing came of any more, the oldest first. */
  List<Upload> expired(Transaction tx, int limit) {
    return tx.query(EXPIRED, JdbcUploadRepository::map, limit);
  }

  /** Whole ones that nothing came of in time, the oldest first. */
  List<Upload> unused(Transaction tx, int limit) {
    return tx.query(EXPIRED_UNUSED, JdbcUploadRepository::map, limit);
  }

  /** Gives up a whole one unless something has come of it until now. */
  boolean giveUpUnused(Transaction tx, UploadId id) {
    // A statement of its own before the other, which then sees what those did who held it
    tx.query(LOCK, row -> true, id);
    return tx.update(GIVE_UP_UNUSED, id) == 1;
  }

  /**
   * Keeps the upload that a dataset is to have as its source, if it is one.
   *
   * @throws InvalidInput {@code dataset-source-missing} when it was given up
   */
  public void hold(Transaction tx, URI source) {
    tx.find(HOLD, row -> row.text("state"), source.toString())
        .filter(state -> state.equals(UploadView.State.GIVEN_UP.name()))
        .ifPresent(
            gone -> {
              throw new InvalidInput(
                  "dataset-source-missing",
                  "Register the dataset at %s: the upload was given up, since nothing had come of it for long. Send it again."
                      .formatted(source));
            });
  }

  private static Upload map(Row row) throws SQLException {
    Instant expires = row.instant("expires_at");
    return new Upload(
        new UploadId(row.uuid("upload_id")),
        new Upload.Sender(row.text("client"), row.text("fingerprint")),
        row.text("name"),
        UploadView.State.valueOf(row.text("state")),
        new Upload.Parts(row.number("part_bytes"), row.text("store_upload")),
        expires);
  }
}
