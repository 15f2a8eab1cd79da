package io.mien.networks.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the end of a process meets an operation of libtorch, the process does not crash. */
@EnabledOnOs(OS.LINUX)
class ProcessEndTest {

  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @RepeatedTest(3)
  void aProgramThatIsTerminatedWhileItComputesEndsAsTold() throws Exception {
    // Given
    Path crash = folder.resolve("hs_err.log");
    Process process = program(crash);
    try (BufferedReader said = process.inputReader(UTF_8)) {
      for (String line = said.readLine(); !"pass 1".equals(line); line = said.readLine()) {
        assertThat(line).as("what the program says").isNotNull();
      }
      // When: it has just begun its second backward pass
      process.destroy();
      // Then
      assertThat(process.waitFor()).isEqualTo(TERMINATED);
    }
    assertThat(crash).doesNotExist();
  }

  private static Process program(Path crash) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:ErrorFile=" + crash,
            "-XX:-CreateCoredumpOnCrash",
            "-cp",
            System.getProperty("java.class.path"),
            EndlessGradients.class.getName());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
