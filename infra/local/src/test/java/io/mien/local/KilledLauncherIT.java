package io.mien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.embedded.EmbeddedServerException;
import io.mien.embedded.EmbeddedServers;
import io.mien.embedded.EmbeddedServersConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launcher ended by {@code kill -9} leaves: an orchestrator that holds the port. */
class KilledLauncherIT {

  private static final String LISTENER =
      """
      class Listener {
        public static void main(String[] args) throws Exception {
          var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
          System.out.println(socket.getLocalPort());
          System.in.read();
        }
      }
      """;

  @TempDir Path directory;

  private final List<String> notices = new ArrayList<>();
  private Process orchestrator;
  private LocalSettings settings;

  @BeforeEach
  void leaveAnOrchestratorBehind() throws IOException {
    Path source = Files.writeString(directory.resolve("Listener.java"), LISTENER);
    orchestrator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString())
            .start();
    BufferedReader output = orchestrator.inputReader();
    int port = Integer.parseInt(output.readLine());
    Path data = directory.resolve("data");
    Path pidFile = Files.createDirectories(data.resolve("run")).resolve("orchestrator.pid");
    Files.write(
        pidFile,
        List.of(
            Long.toString(orchestrator.pid()),
            orchestrator.info().startInstant().orElseThrow().toString()));
    settings = new LocalSettings(EmbeddedServersConfig.onFreePorts(data), port, "cpu", 1);
  }

  @AfterEach
  void endIt() {
    orchestrator.destroyForcibly();
  }

  @Test
  void theNextStartEndsItAndGetsThePort() {
    assertThatThrownBy(this::start).hasMessageContaining("it is not built");

    assertThat(orchestrator.isAlive()).isFalse();
    assertThat(notices)
        .containsExactly(
            "orchestrator was still running from an earlier start and has been stopped.");
  }

  @Test
  void aStartWithoutTheLockEndsNothing() {
    try (EmbeddedServers running = EmbeddedServers.start(settings.servers())) {
      assertThat(running.data().path()).exists();
      assertThatThrownBy(this::start).isInstanceOf(EmbeddedServerException.class);

      assertThat(orchestrator.isAlive()).isTrue();
    }
  }

  private void start() {
    Installation nothingBuilt = new Installation(directory.resolve("checkout"));
    LocalSystem.start(settings, nothingBuilt, notices::add).close();
  }
}
