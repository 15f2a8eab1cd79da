package io.mien.orchestrator.dataset;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.id.DatasetId;
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
      "dataset_id, name, source, layout, options, created_at, prepared, terms";

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
  public void prepared(Transaction tx, DatasetId id, DatasetPrepared prepared) {
    tx.update(PREPARED, new Json(prepared), id);
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
