package io.mien.local.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Remembers a process by id and start time, since ids are used again. */
record PidFile(Path path) {

  void write(ProcessHandle process) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.write(path, List.of(Long.toString(process.pid()), startOf(process).toString()));
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Remove " + path, e);
    }
  }

  /**
   * Kills the process that an earlier launcher left behind when it was killed itself; returns
   * whether there was one.
   */
  boolean killLeftover() {
    Optional<ProcessHandle> leftover = remembered();
    leftover.ifPresent(
        process -> {
          process.destroyForcibly();
          process.onExit().join();
        });
    delete();
    return leftover.isPresent();
  }

  private Optional<ProcessHandle> remembered() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(path);
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(process -> startOf(process).toString().equals(lines.get(1)));
    } catch (IOException
        | NumberFormatException
        | IndexOutOfBoundsException
        | CompletionException unreadable) {
      return Optional.empty();
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
