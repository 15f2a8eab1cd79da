package io.mien.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in processes of its own, durable, on 127.0.0.1 without a socket directory,
 * passwords required from the first moment. A server left behind by a killed JVM is stopped before
 * its directory is used again. The end of the JVM does not stop it: whoever starts it closes it.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);
  private static final String NAME = "PostgreSQL";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  /** The launcher switches durability off unless told otherwise. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", ListenPort.HOST,
          "unix_socket_directories", "");

  private final EmbeddedPostgres server;
  private final EmbeddedPostgreSqlConfig config;
  private final DatabaseCluster cluster;

  private EmbeddedPostgreSql(
      EmbeddedPostgres server, EmbeddedPostgreSqlConfig config, DatabaseCluster cluster) {
    this.server = server;
    this.config = config;
    this.cluster = cluster;
  }

  /** Initialises the directory if it is new; returns when the owner can log in to the database. */
  public static EmbeddedPostgreSql start(EmbeddedPostgreSqlConfig config) {
    DatabaseCluster cluster = new DatabaseCluster(config.directory().resolve("data"));
    cluster.requireOurVersion();
    cluster.stopOrphan();
    int port = ListenPort.claim(NAME, config.port());
    EmbeddedPostgreSql started =
        new EmbeddedPostgreSql(launch(config, cluster, port), config, cluster);
    try {
      DatabaseOwner.ensure(started.server.getPostgresDatabase(), config);
    } catch (SQLException | RuntimeException e) {
      started.close();
      throw cannotStart(config, port, e);
    }
    LOG.info("PostgreSQL listens on {}:{}", ListenPort.HOST, port);
    return started;
  }

  /** JDBC URL of the configured database, without credentials. */
  public String jdbcUrl() {
    return jdbcUrl(config.database());
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + ListenPort.HOST + ":" + port() + "/" + database;
  }

  public int port() {
    return server.getPort();
  }

  /** Role and password for applications. */
  public Credentials owner() {
    return config.owner();
  }

  /** Role and password of the superuser, for tests that break connections. */
  public Credentials admin() {
    return config.admin();
  }

  /** Ends every connection, writes a checkpoint and returns when the server processes are gone. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("PostgreSQL in {} did not stop when asked; forcing it", config.directory(), e);
    }
    cluster.stopOrphan();
  }

  private static EmbeddedPostgres launch(
      EmbeddedPostgreSqlConfig config, DatabaseCluster cluster, int port) {
    File log = config.directory().resolve("postgresql.log").toFile();
    try (PasswordFile password = PasswordFile.write(config.directory(), config.admin())) {
      new UnpackedBinaries(config.binaries()).deleteUnfinished();
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster.directory())
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(config.binaries().toFile())
              .setPort(port)
              .setPGStartupWait(START_TIMEOUT)
              // It would stop the server beside whoever still uses it; our owner stops it in order
              .setRegisterShutdownHook(false)
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
              .setConnectConfig("password", config.admin().secret())
              // These become initdb --locale=… --auth-host=… --pwfile=…: never a moment of trust
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("auth-host", "scram-sha-256")
              .setLocaleConfig("pwfile", password.path().toString());
      SETTINGS.forEach(builder::setServerConfig);
      return builder.start();
    } catch (ExceptionInInitializerError notUnpacked) {
      // How the launcher says that it could not write the programs
      throw new EmbeddedServerException(
          "Cannot unpack PostgreSQL's programs into "
              + config.binaries()
              + ": "
              + notUnpacked.getCause()
              + ". Check that the directory is writable and its disk not full, then start again.",
          notUnpacked);
    } catch (IOException | RuntimeException e) {
      cluster.stopOrphan();
      throw cannotStart(config, port, e);
    }
  }

  private static EmbeddedServerException cannotStart(
      EmbeddedPostgreSqlConfig config, int port, Exception cause) {
    Path log = config.directory().resolve("postgresql.log");
    return new EmbeddedServerException(
        "Cannot start PostgreSQL on port "
            + port
            + " with its data in "
            + config.directory()
            + ": "
            + cause.getMessage()
            + ". Its own words are in "
            + log
            + ".",
        cause);
  }
}
