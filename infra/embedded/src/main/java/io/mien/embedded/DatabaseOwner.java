package io.mien.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The role that applications use and the database that belongs to it. */
final class DatabaseOwner {

  private static final String ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = ?";
  private static final String DATABASE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = ?";

  /** Role options that make the password of this start the valid one. */
  private static final String CREATE_ROLE =
      "SELECT format('CREATE ROLE %I LOGIN CREATEDB PASSWORD %L', ?, ?)";

  private static final String CREATE_DATABASE =
      "SELECT format('CREATE DATABASE %I OWNER %I', ?, ?)";

  private DatabaseOwner() {}

  /** Creates role and database where they are missing; leaves existing ones alone. */
  static void ensure(DataSource admin, EmbeddedPostgreSqlConfig config) throws SQLException {
    Credentials owner = config.owner();
    try (Connection connection = admin.getConnection()) {
      if (query(connection, ROLE_EXISTS, owner.name()).isEmpty()) {
        execute(connection, query(connection, CREATE_ROLE, owner.name(), owner.secret()));
      }
      if (query(connection, DATABASE_EXISTS, config.database()).isEmpty()) {
        execute(connection, query(connection, CREATE_DATABASE, config.database(), owner.name()));
      }
    }
  }

  /** First column of the first row, empty if there is no row. */
  private static String query(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
