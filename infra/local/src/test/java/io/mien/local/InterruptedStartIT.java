package io.mien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.cli.Mien;
import io.mien.embedded.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mien up} that is told to end while its servers are still starting. */
class InterruptedStartIT {

  @TempDir Path directory;

  private Process launcher;

  @AfterEach
  void endIt() {
    launcher.destroyForcibly();
  }

  @Test
  void whatHasStartedIsStopped() throws Exception {
    // Given a launcher whose PostgreSQL is there already
    Path data = directory.resolve("data");
    Path output = directory.resolve("output");
    launcher = launcher(data, output);
    Path log = data.resolve("postgresql/postgresql.log");
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.exists(log) && Files.readString(log).contains("listening on"));
    Path pidFile = data.resolve("postgresql/data/postmaster.pid");
    assertThat(pidFile).exists();

    // When
    launcher.destroy();

    // Then
    assertThat(launcher.waitFor(2, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines).last().isEqualTo("Everything is stopped.");
    assertThat(lines)
        .noneMatch(line -> line.startsWith("mien:"))
        .noneMatch(line -> line.startsWith("Ready"));
    // PostgreSQL deletes it when it has stopped in order
    assertThat(pidFile).doesNotExist();
    DataDirectory.open(data).close();
  }

  private static Process launcher(Path data, Path output) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dmien.root=" + Path.of("../..").toAbsolutePath().normalize(),
            "-cp",
            System.getProperty("java.class.path"),
            Mien.class.getName(),
            "up",
            "--data",
            data.toString(),
            "--port",
            "0",
            "--kafka-port",
            "0",
            "--postgres-port",
            "0",
            "--s3-port",
            "0")
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
