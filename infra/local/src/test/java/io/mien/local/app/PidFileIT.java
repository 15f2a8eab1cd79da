package io.mien.local.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileIT {

  @TempDir Path directory;

  private Process process;

  @BeforeEach
  void startSomeProcess() throws IOException {
    process = new ProcessBuilder("cat").start();
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void killsTheProcessThatAnEarlierLauncherLeftBehind() throws IOException {
    PidFile file = new PidFile(directory.resolve("app.pid"));
    file.write(process.toHandle());

    assertThat(file.killLeftover()).isTrue();

    assertThat(process.toHandle().isAlive()).isFalse();
    assertThat(directory.resolve("app.pid")).doesNotExist();
  }

  @Test
  void leavesAloneAProcessThatGotTheSameIdLater() throws IOException {
    Path path = directory.resolve("app.pid");
    Files.write(path, List.of(Long.toString(process.pid()), "2001-01-01T00:00:00Z"));

    assertThat(new PidFile(path).killLeftover()).isFalse();

    assertThat(process.toHandle().isAlive()).isTrue();
  }

  @Test
  void aFileThatIsNotReadableAsAProcessIdIsForgotten() throws IOException {
    Path path = Files.writeString(directory.resolve("app.pid"), "not a number");

    assertThat(new PidFile(path).killLeftover()).isFalse();
    assertThat(path).doesNotExist();
  }
}
