package io.mien.local.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One running process of an application; its process id is kept in a file, so that a later start
 * finds it.
 */
final class AppProcess {

  private final AppCommand command;
  private final Process process;
  private final PidFile pidFile;

  private AppProcess(AppCommand command, Process process, PidFile pidFile) {
    this.command = command;
    this.process = process;
    this.pidFile = pidFile;
  }

  static AppProcess start(AppCommand command, PidFile pidFile) {
    try {
      Path log = command.log();
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process = command.builder().start();
      remember(process, pidFile);
      return new AppProcess(command, process, pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Start " + command.app().directory() + " from " + command.jar(), e);
    }
  }

  /** A process that no later start could find must not run. */
  private static void remember(Process process, PidFile pidFile) throws IOException {
    try {
      pidFile.write(process.toHandle());
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  AppCommand command() {
    return command;
  }

  long pid() {
    return process.pid();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Asks the process to end, and kills it when it has not ended in time. */
  void stop(Duration patience) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    pidFile.delete();
  }
}
