package io.mien.local.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

  @TempDir Path directory;

  private final List<String> notices = new CopyOnWriteArrayList<>();

  @Test
  void aRestartThatFailsIsTriedAgain() throws Exception {
    // Given an application that dies at once, and a place for process ids that is gone by then
    Path pids = directory.resolve("run");
    AppCommand command =
        new AppCommand(
            App.EVAL, directory.resolve("no.jar"), directory.resolve("eval.log"), Map.of());
    try (Supervisor supervisor =
        new Supervisor(
            pids,
            notice -> {
              notices.add(notice);
              obstruct(pids, notices.size());
            })) {
      // When
      supervisor.start(command);

      // Then it is started once more after the start that failed
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> notices.size() >= 3);
    }
    assertThat(notices.get(0)).startsWith("eval-worker ended with exit code 1");
    assertThat(notices.get(1)).startsWith("eval-worker could not be started").contains("in 2 s");
    assertThat(notices.get(2)).startsWith("eval-worker ended with exit code 1").contains("in 4 s");
  }

  /** After the first notice a file stands where the directory was, after the second it is gone. */
  private static void obstruct(Path pids, int notice) {
    try {
      if (notice == 1) {
        Files.deleteIfExists(pids.resolve("eval-worker.pid"));
        Files.delete(pids);
        Files.createFile(pids);
      } else if (notice == 2) {
        Files.delete(pids);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
