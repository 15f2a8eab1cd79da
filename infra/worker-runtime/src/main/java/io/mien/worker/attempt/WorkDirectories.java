package io.mien.worker.attempt;

import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.task.RunTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Directories of attempts: one each, empty at first, removed afterwards. Each worker keeps its own
 * in a locked directory; what workers left behind that were killed is removed by the next one that
 * makes such a directory.
 */
public final class WorkDirectories implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkDirectories.class);
  private static final String PREFIX = "worker-";
  private static final String LOCK = ".lock";

  private final Path root;
  private @Nullable Path own;
  private @Nullable FileChannel lock;

  public WorkDirectories(Path root) {
    this.root = root.toAbsolutePath();
  }

  Path create(RunTask task) {
    try {
      return Files.createTempDirectory(own(), task.taskId() + "-" + task.attempt() + "-");
    } catch (IOException | UncheckedIOException e) {
      throw new ResourceExhausted(
          "work-directory",
          "Cannot make a directory for task %s in %s: %s. Check space and permissions."
              .formatted(task.taskId(), root, e),
          e);
    }
  }

  /** An empty directory for what outlives an attempt, removed when this is closed. */
  public Path createKept(String name) {
    try {
      return Files.createTempDirectory(own(), name + "-");
    } catch (IOException | UncheckedIOException e) {
      throw new ResourceExhausted(
          "work-directory",
          "Cannot make a directory for %s in %s: %s. Check space and permissions."
              .formatted(name, root, e),
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

  @Override
  public synchronized void close() {
    if (own == null || lock == null) {
      return;
    }
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("Cannot unlock {}", own, e);
    }
    removeIfPossible(own);
  }

  private synchronized Path own() throws IOException {
    if (own == null) {
      Files.createDirectories(root);
      removeOrphans();
      Path created = Files.createTempDirectory(root, PREFIX);
      lock =
          FileChannel.open(
              created.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw new IOException("Another process has locked " + created);
      }
      own = created;
    }
    return own;
  }

  private void removeOrphans() throws IOException {
    List<Path> all;
    try (Stream<Path> entries = Files.list(root)) {
      all = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX)).toList();
    }
    for (Path directory : all) {
      if (isOrphan(directory)) {
        LOG.info("Removing {}, which a worker left behind", directory);
        removeIfPossible(directory);
      }
    }
  }

  private static boolean isOrphan(Path directory) throws IOException {
    Path lockFile = directory.resolve(LOCK);
    if (!Files.exists(lockFile)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
