package io.mien.orchestrator.database;

import io.mien.contracts.failure.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The truth. Thread-safe.
 *
 * <p>A transaction that loses to a deadlock is tried again, so its work must have no effect but on
 * the database.
 */
public final class Database {

  private static final int TRIES = 5;

  private final DataSource dataSource;

  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Does the work in one transaction and commits it; rolls back when the work throws.
   *
   * @throws Unavailable when PostgreSQL cannot be reached
   */
  public <T> T transact(Function<Transaction, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (DatabaseFailure e) {
        if (!e.isConflict() || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** As {@link #transact}, for work without a result. */
  public void run(Consumer<Transaction> work) {
    transact(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  private <T> T once(Function<Transaction, T> work) {
    Transaction transaction;
    T result;
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      transaction = new Transaction(connection);
      try {
        result = work.apply(transaction);
        transaction.flush();
        connection.commit();
      } catch (Throwable e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw DatabaseFailure.of("use PostgreSQL", e);
    }
    transaction.committed();
    return result;
  }

  private static void rollback(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
