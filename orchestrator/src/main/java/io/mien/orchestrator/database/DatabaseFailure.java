package io.mien.orchestrator.database;

import io.mien.contracts.failure.Unavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL refused a statement. When it cannot be reached at all, {@link Unavailable} is thrown
 * instead.
 */
public final class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Serialisation failure and deadlock. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

  /** Cardinality violated, bad data, constraint violated, limit of the server exceeded. */
  private static final List<String> OF_VALUES = List.of("21", "22", "23", "54");

  private final String sqlState;

  private DatabaseFailure(String message, String sqlState, SQLException cause) {
    super(message, cause);
    this.sqlState = sqlState;
  }

  /** The exception to throw for what the driver threw while it did what the sentence says. */
  static RuntimeException of(String attempted, SQLException e) {
    String sqlState = e.getSQLState() == null ? "08000" : e.getSQLState();
    String message = "Cannot " + attempted + ": " + e.getMessage() + " (" + sqlState + ").";
    return isAway(sqlState)
        ? new Unavailable("database-unavailable", message, e)
        : new DatabaseFailure(message, sqlState, e);
  }

  /**
   * Whether the values are at fault, which would be refused again. Anything else is the server's or
   * the schema's state, or somebody else's transaction, and passes.
   */
  public boolean isOfTheValues() {
    return OF_VALUES.stream().anyMatch(sqlState::startsWith);
  }

  boolean isConflict() {
    return CONFLICTS.contains(sqlState);
  }

  /**
   * Connection lost or refused, out of connections, server starting or stopping, session ended
   * because we said nothing for too long.
   */
  private static boolean isAway(String sqlState) {
    return sqlState.startsWith("08")
        || sqlState.startsWith("53")
        || sqlState.startsWith("57P")
        || sqlState.equals("25P03");
  }
}
