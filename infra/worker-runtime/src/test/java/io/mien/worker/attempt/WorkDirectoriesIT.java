package io.mien.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.task.RunTask;
import io.mien.worker.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoriesIT {

  @TempDir Path root;

  private final RunTask task = Samples.task();

  @Test
  void twoWorkersWithOneAttemptDoNotShareItsDirectory() throws IOException {
    try (WorkDirectories one = new WorkDirectories(root);
        WorkDirectories other = new WorkDirectories(root)) {
      Path first = one.create(task);
      Files.writeString(first.resolve("crop.png"), "png");

      Path second = other.create(task);

      assertThat(second).isNotEqualTo(first).isEmptyDirectory();
      assertThat(first).isNotEmptyDirectory();
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void directoryIsMadeWhenItIsAskedForAndRemovedAtTheEnd() throws IOException {
    try (WorkDirectories directories = new WorkDirectories(root)) {
      try (WorkDirectory unused = new WorkDirectory(directories, task)) {
        assertThat(root).isEmptyDirectory();
      }
      Path path;
      try (WorkDirectory used = new WorkDirectory(directories, task)) {
        path = Files.writeString(used.path().resolve("crop.png"), "png").getParent();
        assertThat(used.path()).isEqualTo(path).isNotEmptyDirectory();
      }
      assertThat(path).doesNotExist();
    }
  }

  @Test
  void leftoversOfAKilledWorkerAreRemoved() throws IOException {
    Path leftover = Files.createDirectories(root.resolve("worker-123/task/shards"));
    Files.writeString(leftover.resolve("train-00000.tar"), "tar");
    Files.createFile(root.resolve("worker-123/.lock"));
    Path foreign = Files.createDirectory(root.resolve("somebody-elses"));

    try (WorkDirectories directories = new WorkDirectories(root)) {
      assertThat(directories.create(task)).isEmptyDirectory();
      assertThat(root.resolve("worker-123")).doesNotExist();
      assertThat(foreign).isDirectory();
    }
  }
}
