package io.mien.worker.attempt;

import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.task.RunTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Directories of attempts: one each, empty at first, removed afterwards. */
public final class WorkDirectories {

  private static final Logger LOG = LoggerFactory.getLogger(WorkDirectories.class);

  private final Path root;

  public WorkDirectories(Path root) {
    this.root = root.toAbsolutePath();
  }

  Path create(RunTask task) {
    Path directory = root.resolve(task.taskId() + "-" + task.attempt());
    try {
      remove(directory);
      return Files.createDirectories(directory);
    } catch (IOException | UncheckedIOException e) {
      throw new ResourceExhausted(
          "work-directory",
          "Cannot make an empty directory %s: %s. Check space and permissions."
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  /** What cannot be removed is left for a person; the attempt is over either way. */
  void removeIfPossible(Path directory) {
    try {
      remove(directory);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Cannot remove {}; remove it by hand", directory, e);
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
