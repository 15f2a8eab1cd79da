package io.mien.orchestrator.history;

import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.history.EventFeed.Notification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** LISTEN on a connection of its own, made again when it breaks. */
public final class PostgresNotifications implements EventFeed.NotificationSource {

  private static final int WAIT_MILLIS = 500;

  private final String url;
  private final Properties properties = new Properties();
  private @Nullable Connection connection;

  public PostgresNotifications(String url, String user, String password) {
    this.url = url;
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "mien-orchestrator-events");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
  }

  @Override
  public synchronized List<Notification> await() {
    try {
      Connection listening = connection;
      if (listening == null) {
        listening = listen();
        connection = listening;
        return List.of();
      }
      PGNotification[] notifications =
          listening.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
      return Arrays.stream(notifications)
          .map(one -> new Notification(one.getName(), one.getParameter()))
          .toList();
    } catch (SQLException e) {
      close();
      throw new Unavailable(
          "database-unavailable", "Cannot listen for events: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    try (Connection old = connection) {
      connection = null;
    } catch (SQLException e) {
      throw new Unavailable("database-unavailable", "Cannot stop listening.", e);
    }
  }

  private Connection listen() throws SQLException {
    Connection fresh = new Driver().connect(url, properties);
    if (fresh == null) {
      throw new SQLException("Not a PostgreSQL URL: " + url);
    }
    try (Statement statement = fresh.createStatement()) {
      statement.execute("LISTEN " + JdbcHistory.STORED_CHANNEL);
      statement.execute("LISTEN " + JdbcHistory.LIVE_CHANNEL);
    }
    return fresh;
  }
}
