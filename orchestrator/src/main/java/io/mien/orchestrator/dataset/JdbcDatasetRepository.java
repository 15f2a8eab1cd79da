package io.mien.orchestrator.dataset;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.terms.KnownTerms;
import io.mien.contracts.terms.UsageTerms;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code dataset}. */
public final class JdbcDatasetRepository {

  private static final String COLUMNS =
      "dataset_id, name, source, layout, options, created_at, prepared, terms,"
          + " ARRAY(SELECT subject FROM erased_subject"
          + " WHERE erased_subject.dataset_id = dataset.dataset_id ORDER BY subject) AS erased";

  private static final String INSERT =
      """
      INSERT INTO dataset (dataset_id, name, source, layout, options, terms)
      VALUES (?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb))
      """;

  private static final String FIND =
      "SELECT %s FROM dataset WHERE dataset_id = ?".formatted(COLUMNS);

  private static final String PAGE =
      """
      SELECT %s
        FROM dataset
       WHERE CAST(? AS uuid) IS NULL OR dataset_id < ?
       ORDER BY dataset_id DESC
       LIMIT ?
      """
          .formatted(COLUMNS);

  private static final String PREPARED =
      "UPDATE dataset SET prepared = CAST(? AS jsonb) WHERE dataset_id = ?";

  private static final String STATE_TERMS =
      "UPDATE dataset SET terms = CAST(? AS jsonb) WHERE dataset_id = ?";

  private static final String LOCK = "SELECT 1 FROM dataset WHERE dataset_id = ? FOR UPDATE";

  private static final String INSERT_VERSION =
      "INSERT INTO dataset_version (task_id, dataset_id, location) VALUES (?, ?, CAST(? AS jsonb))";

  private static final String VERSIONS =
      """
      SELECT location
        FROM dataset_version
       WHERE dataset_id = ? AND deleted_at IS NULL
       ORDER BY created_at, task_id
      """;

  private static final String DELETE_VERSIONS =
      """
      UPDATE dataset_version SET deleted_at = now()
       WHERE dataset_id = ? AND deleted_at IS NULL AND location ->> 'prefix' = ANY(CAST(? AS text[]))
      """;

  private static final String ERASE =
      """
      INSERT INTO erased_subject (dataset_id, subject, run_id, crops)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (dataset_id, subject)
      DO UPDATE SET run_id = EXCLUDED.run_id, erased_at = now()
      """;

  private static final String ERASURES =
      """
      SELECT subject, run_id, crops, erased_at
        FROM erased_subject
       WHERE dataset_id = ?
       ORDER BY erased_at, subject
      """;

  public void insert(Transaction tx, DatasetId id, NewDataset dataset) {
    tx.update(
        INSERT,
        id,
        dataset.name(),
        dataset.source().toString(),
        dataset.layout(),
        new Json(dataset.options()),
        new Json(dataset.terms()));
  }

  public Optional<DatasetView> find(Transaction tx, DatasetId id) {
    return tx.find(FIND, JdbcDatasetRepository::map, id);
  }

  /** Newest first. */
  public List<DatasetView> page(Transaction tx, @Nullable UUID before, int limit) {
    return tx.query(PAGE, JdbcDatasetRepository::map, before, before, limit);
  }

  /** Makes this the newest prepared version. */
  public void prepared(Transaction tx, DatasetId id, TaskId task, DatasetPrepared prepared) {
    tx.update(PREPARED, new Json(prepared), id);
    tx.update(INSERT_VERSION, task, id, new Json(prepared.dataset()));
  }

  /** Keeps everybody else from beginning something with the dataset until the transaction ends. */
  public void lock(Transaction tx, DatasetId id) {
    tx.query(LOCK, row -> true, id);
  }

  /** The versions that are still there, oldest first. */
  public List<PrefixRef> versions(Transaction tx, DatasetId id) {
    return tx.query(VERSIONS, row -> row.json("location", PrefixRef.class), id);
  }

  /** Remembers that these versions are gone. */
  public void deleted(Transaction tx, DatasetId id, List<PrefixRef> versions) {
    tx.update(DELETE_VERSIONS, id, versions.stream().map(PrefixRef::prefix).toList());
  }

  /**
   * Remembers that a person is not to come back.
   *
   * @param crops that the newest version had of the person
   */
  public void erased(Transaction tx, DatasetId id, String subject, RunId run, int crops) {
    tx.update(ERASE, id, subject, run, crops);
  }

  /** Who was taken out, in the order of time. */
  public List<Erasure> erasures(Transaction tx, DatasetId id) {
    return tx.query(ERASURES, Erasure::map, id);
  }

  /** States the terms anew; what has been made of the dataset keeps those it was made on. */
  public void stateTerms(Transaction tx, DatasetId id, UsageTerms terms) {
    tx.update(STATE_TERMS, new Json(terms), id);
  }

  private static DatasetView map(Row row) throws SQLException {
    String layout = row.text("layout");
    LayoutOptions options = row.jsonOrNull("options", LayoutOptions.class);
    DatasetPrepared prepared = row.jsonOrNull("prepared", DatasetPrepared.class);
    UsageTerms stated = row.jsonOrNull("terms", UsageTerms.class);
    return new DatasetView(
        new DatasetId(row.uuid("dataset_id")),
        row.text("name"),
        URI.create(row.text("source")),
        layout,
        options,
        row.instant("created_at"),
        row.texts("erased"),
        prepared,
        KnownTerms.complete(
            known(stated, prepared),
            layout,
            Objects.requireNonNullElse(options, LayoutOptions.DEFAULTS)));
  }

  /** As stated, and as the ingest completed it once it knew the layout. */
  private static UsageTerms known(@Nullable UsageTerms stated, @Nullable DatasetPrepared prepared) {
    UsageTerms terms = Objects.requireNonNullElse(stated, UsageTerms.UNKNOWN);
    return prepared == null ? terms : terms.orElse(prepared.summary().terms());
  }
}
