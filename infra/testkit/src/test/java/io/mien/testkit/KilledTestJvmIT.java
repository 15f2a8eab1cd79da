package io.mien.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KilledTestJvmIT {

  private Process testJvm;
  private int port;

  @BeforeEach
  void startATestJvmWithPostgreSql() throws Exception {
    testJvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DoomedTestJvm.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = testJvm.inputReader();
    port = URI.create(out.readLine().substring("jdbc:".length())).getPort();
    assertThat(answers(port)).isTrue();
  }

  @AfterEach
  void endIt() {
    testJvm.destroyForcibly();
  }

  @Test
  void serversGoAwayWithTheJvmThatStartedThem() {
    testJvm.destroyForcibly();

    await().atMost(Duration.ofSeconds(60)).until(() -> !answers(port));
  }

  @Test
  void serversGoAwayWithTheirProcessWhenItIsToldToEnd() {
    ProcessHandle servers = testJvm.children().findFirst().orElseThrow();

    servers.destroy();

    await().atMost(Duration.ofSeconds(60)).until(() -> !servers.isAlive());
    await().atMost(Duration.ofSeconds(60)).until(() -> !answers(port));
  }

  private static boolean answers(int port) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (ConnectException gone) {
      return false;
    }
  }

  /** A test JVM in the middle of a test. */
  static final class DoomedTestJvm {

    private DoomedTestJvm() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(TestServers.postgres().freshDatabase().jdbcUrl());
      Thread.currentThread().join();
    }
  }
}
