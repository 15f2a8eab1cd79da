package io.mien.testkit.process;

import io.mien.embedded.Credentials;
import io.mien.embedded.DataDirectory;
import io.mien.embedded.EmbeddedPostgreSql;
import io.mien.embedded.EmbeddedPostgreSqlConfig;
import io.mien.embedded.EmbeddedServersConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders to PostgreSQL. */
final class PostgreSqlOrders implements Orders {

  private static final String BREAK_CONNECTIONS =
      """
      SELECT pg_terminate_backend(pid)
      FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
      """;

  private final ServerSwitch<EmbeddedPostgreSql> postgreSql;
  private final AtomicInteger databases = new AtomicInteger();

  PostgreSqlOrders(DataDirectory data, Path binaries) {
    postgreSql =
        new ServerSwitch<>(
            server(),
            port -> EmbeddedPostgreSql.start(config(data, binaries, port)),
            EmbeddedPostgreSql::port);
  }

  @Override
  public String server() {
    return "postgresql";
  }

  @Override
  public Map<String, String> execute(String order, Map<String, String> arguments) throws Exception {
    switch (order) {
      case "fresh-database" -> {
        return freshDatabase(postgreSql.server());
      }
      case "break-connections" -> execute(postgreSql.server(), BREAK_CONNECTIONS);
      case "start" -> postgreSql.start();
      case "stop" -> postgreSql.stop();
      default -> throw new IllegalArgumentException("PostgreSQL knows no order '" + order + "'");
    }
    return Map.of();
  }

  @Override
  public void close() {
    postgreSql.close();
  }

  private Map<String, String> freshDatabase(EmbeddedPostgreSql server) throws SQLException {
    Credentials owner = server.owner();
    String name = "test_" + databases.incrementAndGet();
    execute(server, "CREATE DATABASE " + name + " OWNER " + owner.name());
    return Map.of("url", server.jdbcUrl(name), "user", owner.name(), "password", owner.secret());
  }

  private static void execute(EmbeddedPostgreSql server, String sql) throws SQLException {
    Credentials admin = server.admin();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl("postgres"), admin.name(), admin.secret());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static EmbeddedPostgreSqlConfig config(DataDirectory data, Path binaries, int port) {
    return new EmbeddedPostgreSqlConfig(
        data.postgreSql(),
        binaries,
        port,
        data.credentials().databaseAdmin(),
        data.credentials().database(),
        EmbeddedServersConfig.DATABASE);
  }
}
