package io.mien.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDirectoryTest {
  private static final String FILE = "some.safetensors";

  @TempDir Path folder;

  @Test
  void writtenCheckpointReadsBack() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      // Given
      NDArray values = manager.arange(6f).reshape(2, 3);
      // When
      CheckpointDirectory written = write(Map.of("a.weight", values));
      CheckpointDirectory read = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
      // Then
      assertThat(read.manifest()).isEqualTo(written.manifest());
      assertThat(read.read(FILE).array("a.weight", manager)).isEqualTo(values);
      assertThat(read.read(FILE).metadata()).containsEntry("format", "pt");
    }
  }

  @Test
  void damageIsFoundBeforeUse() throws IOException {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      // Given
      write(Map.of("a.weight", manager.arange(6f)));
      Path file = folder.resolve(FILE);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1] ^= 1;
      Files.write(file, bytes);
      // When
      CheckpointDirectory read = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
      // Then
      assertThatThrownBy(() -> read.read(FILE))
          .isInstanceOf(InvalidCheckpoint.class)
          .hasMessageContaining("damaged");
      Files.delete(file);
      assertThatThrownBy(() -> read.read(FILE)).hasMessageContaining("missing");
    }
  }

  @Test
  void otherNetworksAndEmptyFoldersAreRefused() {
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      assertThatThrownBy(() -> CheckpointDirectory.open(folder, NetworkKind.STARGAN))
          .hasMessageContaining("No checkpoint");
      write(Map.of("a.weight", manager.arange(6f)));
      assertThatThrownBy(() -> CheckpointDirectory.open(folder, NetworkKind.CLASSIFIER))
          .hasMessageContaining("CLASSIFIER");
    }
  }

  @Test
  void arraysOfAnotherShapeAreRefused() {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Parameters network = new Parameters(manager)) {
      // Given
      write(Map.of("a.weight", manager.arange(6f)));
      network.put("a.weight", new Shape(5), new float[5]);
      Safetensors file = CheckpointDirectory.open(folder, NetworkKind.STARGAN).read(FILE);
      // When, Then
      assertThatThrownBy(() -> CheckpointDirectory.restore(network, file, ""))
          .isInstanceOf(InvalidCheckpoint.class)
          .hasMessageContaining("a.weight");
    }
  }

  @Test
  void truncatedSafetensorsIsRefused() throws IOException {
    // Given
    Path file = folder.resolve("short.safetensors");
    Files.write(file, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
    // When, Then
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("not a safetensors file");
  }

  private CheckpointDirectory write(Map<String, NDArray> arrays) {
    CheckpointManifest manifest =
        new CheckpointManifest(
            CheckpointManifest.FORMAT,
            NetworkKind.STARGAN,
            JsonNodeFactory.instance.objectNode().put("imageSize", 16),
            List.of(LabelGroup.exclusive(List.of("a", "b"))),
            16,
            new CheckpointManifest.Progress(1, 2, Map.of("steps", 1L)),
            "abc",
            new CheckpointNotes(
                JsonNodeFactory.instance.objectNode().put("side", 2.75),
                "data",
                Map.of("accuracy", 0.5),
                Map.of("mien", "0.1"),
                "CC0"),
            Map.of());
    return CheckpointDirectory.write(folder, manifest, Map.of(FILE, arrays));
  }
}
