package io.mien.orchestrator.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One open transaction. Used by one thread. */
public final class Transaction {

  private final Connection connection;
  private final Map<Deferred<?>, List<Object>> deferred = new LinkedHashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Every row of a query, or of a statement with RETURNING. */
  public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.bind(statement, parameters);
      try (ResultSet results = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        Row row = new Row(results);
        while (results.next()) {
          rows.add(mapper.map(row));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw DatabaseFailure.of("execute " + firstLine(sql), e);
    }
  }

  /** The only row, or empty. */
  public <T> Optional<T> find(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    List<T> rows = query(sql, mapper, parameters);
    if (rows.size() > 1) {
      throw new IllegalStateException(
          "Expected at most one row, found " + rows.size() + ": " + firstLine(sql));
    }
    return rows.stream().findFirst();
  }

  /** Number of rows changed. */
  public int update(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw DatabaseFailure.of("execute " + firstLine(sql), e);
    }
  }

  /** Executes the statement once for each row of parameters. */
  public void batch(String sql, List<@Nullable Object[]> rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        Parameters.bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw DatabaseFailure.of("execute " + firstLine(sql), e);
    }
  }

  /** Takes a lock that ends with the transaction; false when another transaction holds it. */
  public boolean tryLock(AdvisoryLock lock, int part) {
    return find(
            "SELECT pg_try_advisory_xact_lock(?, ?) AS locked",
            row -> row.flag("locked"),
            lock.number(),
            part)
        .orElse(false);
  }

  /** Takes a lock that ends with the transaction, waiting for it. */
  public void lock(AdvisoryLock lock) {
    query("SELECT pg_advisory_xact_lock(?, 0)", row -> true, lock.number());
  }

  /** Collects an item for the same writer; all are written just before the commit. */
  public <T> void defer(Deferred<T> writer, T item) {
    deferred.computeIfAbsent(writer, any -> new ArrayList<>()).add(item);
  }

  /** Runs once the transaction is committed; not at all when it is rolled back. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  void flush() {
    deferred.forEach(this::write);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }

  /** {@link #defer} put only items of the writer's own type into its list. */
  @SuppressWarnings("unchecked")
  private <T> void write(Deferred<T> writer, List<Object> items) {
    writer.write(this, (List<T>) items);
  }

  private static String firstLine(String sql) {
    return sql.strip().lines().findFirst().orElse("");
  }
}
