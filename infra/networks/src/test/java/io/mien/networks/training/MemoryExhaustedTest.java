package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.image.ImageSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MemoryExhaustedTest {

  @TempDir Path folder;

  /**
   * In a process of its own, whose address space is limited, so that libtorch really fails; without
   * a compiler, which would abort the process when it is the one that gets no memory.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void adviceOfAnExhaustedTrainingFitsAndNothingIsLeftOver() throws Exception {
    List<String> said = limited(2_080_000);

    assertThat(said)
        .anyMatch(
            line ->
                line.matches(
                    "Train StarGAN on cpu with a batch of 32 images of 128 pixels: an allocation of"
                        + " \\d+ MiB failed\\. .*What fits: microBatches \\d+, which takes the same"
                        + " steps in parts of \\d+; or batchSize \\d+\\."))
        .last()
        .asString()
        .matches("fits: microBatches (2|4|8|16|32)");
    assertThat(said).filteredOn(line -> line.startsWith("left over")).containsOnly("left over: 0");
  }

  private List<String> limited(long addressableKib) throws Exception {
    Path out = folder.resolve("out");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String program =
        "ulimit -v %d; exec '%s' -Xint -Xmx128m -Xss1m -XX:+UseSerialGC -XX:ReservedCodeCacheSize=64m -XX:CompressedClassSpaceSize=64m -cp \"$0\" %s"
            .formatted(addressableKib, java, LimitedTraining.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", program, System.getProperty("java.class.path"));
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    assertThat(process.waitFor()).as("exit of the limited training").isZero();
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  @Test
  void networksThatTheHeapCannotHoldSayHowLargeTheyAre() {
    ImageSet faces = Faces.set(8, 16, 1);
    StarGanTrainingSpec spec =
        StarGanTrainingSpec.faithful()
            .with(
                json(
                    """
                    {"imageSize": 16, "batchSize": 4, "generator": {"width": 4, "edgeKernel": 8001},
                     "critic": {"width": 4, "layers": 3}}
                    """));

    assertThatThrownBy(() -> StarGanTrainer.start(spec, faces, Device.cpu()))
        .isInstanceOf(MemoryExhausted.class)
        .hasMessageContaining("batch of 4 images of 16 pixels: the JVM (heap of 2.0 GiB) says")
        .hasMessageContaining("Networks and optimisers take about")
        .hasMessageContaining("(-Xmx)")
        .hasMessageNotContaining("What fits");
  }

  @Test
  void theBatchIsBlamedForItsOwnMemoryAlone() {
    String smaller = "What fits: batchSize 4.";
    assertThat(JvmMemory.of(new OutOfMemoryError("Java heap space")).advice(smaller))
        .contains("-Xmx")
        .doesNotContain(smaller);
    OutOfMemoryError direct =
        new OutOfMemoryError(
            "Cannot reserve 12582912 bytes of direct buffer memory (allocated: 1, limit: 2)");
    assertThat(JvmMemory.of(direct).advice(smaller))
        .contains("MaxDirectMemorySize")
        .endsWith(smaller);
    assertThat(JvmMemory.of(new OutOfMemoryError("unable to create native thread")).advice(smaller))
        .isEqualTo(smaller);
  }

  @Test
  void widthsBeyondAnyArrayAreRefused() {
    ImageSet faces = Faces.set(8, 16, 1);
    StarGanTrainingSpec spec =
        StarGanTrainingSpec.faithful()
            .with(
                json(
                    """
                    {"imageSize": 16, "batchSize": 4,
                     "generator": {"width": 4}, "critic": {"width": 9000, "layers": 3}}
                    """));

    assertThatThrownBy(() -> StarGanTrainer.start(spec, faces, Device.cpu()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'main.2.weight' would have 2,592,000,000 weights");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
