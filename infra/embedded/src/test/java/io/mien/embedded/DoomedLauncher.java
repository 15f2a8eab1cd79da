package io.mien.embedded;

import java.nio.file.Path;

/** Starts PostgreSQL, commits a row, says so, and waits to be killed. */
final class DoomedLauncher {

  private DoomedLauncher() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgreSql server =
        EmbeddedPostgreSql.start(config(Path.of(arguments[0]), Path.of(arguments[1])));
    Clients.execute(server, "CREATE TABLE letter AS SELECT 'a'::text AS name");
    System.out.println("committed");
    Thread.currentThread().join();
  }

  static EmbeddedPostgreSqlConfig config(Path directory, Path binaries) {
    return new EmbeddedPostgreSqlConfig(
        directory,
        binaries,
        0,
        new Credentials("postgres", "admin's \"secret\""),
        new Credentials("mien", "owner's \"secret\""),
        "mien");
  }
}
