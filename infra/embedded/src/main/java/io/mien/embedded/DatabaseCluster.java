package io.mien.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of a PostgreSQL cluster: whose version it is, and who is still running in it. */
record DatabaseCluster(Path directory) {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCluster.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  /** Major version of the binaries in the parent POM ({@code postgres-binaries.version}). */
  static final int MAJOR_VERSION = 18;

  /**
   * A cluster of another major version cannot be opened; PostgreSQL itself says so only in its log.
   */
  void requireOurVersion() {
    Path version = directory.resolve("PG_VERSION");
    if (!Files.exists(version)) {
      return;
    }
    String found = firstLine(version);
    if (!found.equals(Integer.toString(MAJOR_VERSION))) {
      throw new EmbeddedServerException(
          "Cannot open "
              + directory
              + ": it was written by PostgreSQL "
              + found
              + ", this version of Mien brings PostgreSQL "
              + MAJOR_VERSION
              + ". Use the version of Mien that wrote it (and pg_dump to move the data), or choose"
              + " another data directory.");
    }
  }

  /** Stops the server that a killed JVM left running here, if there is one. */
  void stopOrphan() {
    Optional<ProcessHandle> orphan = runningServer();
    if (orphan.isEmpty()) {
      return;
    }
    ProcessHandle process = orphan.get();
    LOG.warn("PostgreSQL (process {}) still runs in {}; stopping it", process.pid(), directory);
    // SIGINT is PostgreSQL's "fast shutdown"; SIGTERM would wait for its clients to leave
    signal(process, "INT");
    if (!exits(process)) {
      LOG.warn("PostgreSQL (process {}) does not stop; killing it", process.pid());
      process.destroyForcibly();
      if (!exits(process)) {
        throw new EmbeddedServerException(
            "Cannot use "
                + directory
                + ": process "
                + process.pid()
                + " runs in it and cannot be"
                + " killed. Stop it by hand.");
      }
    }
  }

  private Optional<ProcessHandle> runningServer() {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    // The number may have been given to another process since: only a server of this directory
    // counts
    return ProcessHandle.of(Long.parseLong(firstLine(pidFile)))
        .filter(ProcessHandle::isAlive)
        .filter(process -> commandLine(process).contains(directory.toString()));
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean exits(ProcessHandle process) {
    try {
      process.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private static String firstLine(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? "" : lines.get(0).trim();
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
