package io.mien.local.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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

  @Test
  void anApplicationIsOutOfReachOfTheTerminal() throws Exception {
    // Given
    assumeThat(AppCommand.SETSID).isExecutable();
    Path jar = jarOf(WaitingApp.class);
    AppCommand command = new AppCommand(App.EVAL, jar, directory.resolve("eval.log"), Map.of());
    long pid;
    try (Supervisor supervisor = new Supervisor(directory.resolve("run"), notices::add)) {
      // When
      supervisor.start(command);

      // Then the process that was started is the application, at the head of its own group
      pid = supervisor.pids().get(App.EVAL);
      ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> process.info().command().orElse("").endsWith("/java"));
      assertThat(processGroup(pid)).isEqualTo(pid);
      assertThat(processGroup(ProcessHandle.current().pid())).isNotEqualTo(pid);
      assertThat(process.parent()).contains(ProcessHandle.current());
    }
    // Then it ends with its supervisor all the same
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(notices).isEmpty();
  }

  /** A jar whose manifest names the class and where it lies. */
  private Path jarOf(Class<?> application) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, application.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        application.getProtectionDomain().getCodeSource().getLocation().toString());
    Path jar = directory.resolve("quarkus-run.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  /** The fifth field of {@code /proc/<pid>/stat}; the second, a name, may have blanks in it. */
  private static long processGroup(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2]);
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

  /** An application that does nothing until it is stopped. */
  static final class WaitingApp {

    private WaitingApp() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }
}
