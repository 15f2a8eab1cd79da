package io.mien.embedded;

import java.nio.file.Path;

/**
 * Where PostgreSQL keeps its data, where it listens and who may use it.
 *
 * @param directory holds the cluster ({@code data}) and its log
 * @param binaries where the server's programs are unpacked on first use; may be shared, must not be
 *     writable by others
 * @param port of the server; 0 takes any free port
 * @param admin the superuser; the name must be {@code postgres}
 * @param owner the role applications use; may create databases, is no superuser
 * @param database created on first start, owned by {@code owner}
 */
public record EmbeddedPostgreSqlConfig(
    Path directory,
    Path binaries,
    int port,
    Credentials admin,
    Credentials owner,
    String database) {

  /** The only superuser name that the PostgreSQL launcher knows. */
  public static final String ADMIN_NAME = "postgres";

  public EmbeddedPostgreSqlConfig {
    directory = directory.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
    ListenPort.validate(port);
    if (!admin.name().equals(ADMIN_NAME)) {
      throw new IllegalArgumentException(
          "The superuser must be called " + ADMIN_NAME + ", found " + admin.name());
    }
    requireIdentifier(owner.name());
    requireIdentifier(database);
  }

  private static void requireIdentifier(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "A role or database name is a lower-case SQL identifier, found '" + name + "'");
    }
  }
}
