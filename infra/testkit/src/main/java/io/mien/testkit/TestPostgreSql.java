package io.mien.testkit;

import java.util.Map;

/** The PostgreSQL server of this test JVM: version 18, durable, passwords required. */
public final class TestPostgreSql {

  TestPostgreSql() {}

  /** A new empty database; the server has as many as tests ask for. */
  public TestDatabase freshDatabase() {
    Map<String, String> database = TestServers.call("postgresql/fresh-database", Map.of());
    return new TestDatabase(
        required(database, "url"), required(database, "user"), required(database, "password"));
  }

  /** Breaks every open connection to every test database, as a failing network would. */
  public void breakConnections() {
    TestServers.call("postgresql/break-connections", Map.of());
  }

  /** Takes the server away; clients get connection errors until {@link #start()}. */
  public void stop() {
    TestServers.call("postgresql/stop", Map.of());
  }

  /** Brings the server back on the same port with the same data. */
  public void start() {
    TestServers.call("postgresql/start", Map.of());
  }

  private static String required(Map<String, String> answer, String key) {
    return Required.value(answer, key);
  }
}
