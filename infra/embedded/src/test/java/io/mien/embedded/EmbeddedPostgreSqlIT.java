package io.mien.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlIT {

  @TempDir static Path binaries;

  @TempDir Path directory;

  @Test
  void serverIsDurableListensLocallyAndWantsAPassword() throws Exception {
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(config(directory))) {
      assertThat(Clients.query(server, "SHOW fsync")).isEqualTo("on");
      assertThat(Clients.query(server, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(Clients.query(server, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(Clients.query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(socketDirectory()).isEmpty();
      assertThat(Clients.query(server, "SHOW server_version_num"))
          .startsWith(Integer.toString(DatabaseCluster.MAJOR_VERSION));
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void serverLeftBehindByAKilledJvmIsStoppedAndItsDataIsKept() throws Exception {
    // Given
    Process launcher = launcherThatHasCommitted(directory, binaries);

    // When
    launcher.destroyForcibly();
    assertThat(launcher.waitFor(10, TimeUnit.SECONDS)).isTrue();
    ProcessHandle orphan = postmaster();
    assertThat(orphan.isAlive()).isTrue();

    // Then
    try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(config(directory))) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(Clients.query(server, "SELECT name FROM letter")).isEqualTo("a");
    }
  }

  @Test
  void serverOutlivesAJvmThatEndsInOrderButDoesNotCloseIt() throws Exception {
    // Given
    Process launcher = launcherThatHasCommitted(directory, binaries);
    ProcessHandle server = postmaster();

    // When
    launcher.destroy();
    assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();

    // Then whoever owns it decides when it stops
    assertThat(server.isAlive()).isTrue();
    new DatabaseCluster(directory.resolve("data")).stopOrphan();
    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void serverThatCannotBePreparedIsStopped() {
    EmbeddedPostgreSqlConfig wanted = config(directory);
    EmbeddedPostgreSqlConfig reservedName =
        new EmbeddedPostgreSqlConfig(
            wanted.directory(),
            wanted.binaries(),
            wanted.port(),
            wanted.admin(),
            new Credentials("pg_mien", "secret"),
            wanted.database());

    assertThatThrownBy(() -> EmbeddedPostgreSql.start(reservedName))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("role name \"pg_mien\" is reserved");

    assertThat(directory.resolve("data/PG_VERSION")).exists();
    assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void directoryOfAnotherMajorVersionIsRefusedByNumber() throws Exception {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/PG_VERSION"), "19\n");
    assertThatThrownBy(() -> EmbeddedPostgreSql.start(config(directory)))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("written by PostgreSQL 19")
        .hasMessageContaining("brings PostgreSQL 18");
  }

  @Test
  void programsLeftHalfUnpackedAreUnpackedAgain(@TempDir Path halfUnpacked) throws Exception {
    // Given what a JVM leaves that is killed while it unpacks
    stop(launcherThatHasCommitted(directory.resolve("before"), halfUnpacked), "before/data");
    Path programs;
    try (Stream<Path> children = Files.list(halfUnpacked)) {
      programs = children.toList().get(0);
    }
    Files.delete(programs.resolve(".exists"));
    Files.write(programs.resolve("bin/postgres"), new byte[100]);

    // When another one starts, then it has a server
    stop(launcherThatHasCommitted(directory.resolve("after"), halfUnpacked), "after/data");
  }

  private void stop(Process launcher, String cluster) throws Exception {
    launcher.destroyForcibly().waitFor();
    new DatabaseCluster(directory.resolve(cluster)).stopOrphan();
  }

  private static Process launcherThatHasCommitted(Path directory, Path binaries) throws Exception {
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DoomedLauncher.class.getName(),
                directory.toString(),
                binaries.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = launcher.inputReader()) {
      assertThat(out.readLine()).isEqualTo("committed");
    }
    return launcher;
  }

  private ProcessHandle postmaster() throws Exception {
    return ProcessHandle.of(Long.parseLong(serverFacts().get(0))).orElseThrow();
  }

  private String socketDirectory() throws Exception {
    return serverFacts().get(4);
  }

  /**
   * What the server says about itself: process, directory, start, port, socket directory, address.
   */
  private List<String> serverFacts() throws Exception {
    return Files.readAllLines(directory.resolve("data/postmaster.pid"));
  }

  private static EmbeddedPostgreSqlConfig config(Path directory) {
    return DoomedLauncher.config(directory, binaries);
  }
}
