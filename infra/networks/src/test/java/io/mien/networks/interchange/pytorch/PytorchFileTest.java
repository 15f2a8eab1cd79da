package io.mien.networks.interchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.golden.Golden;
import io.mien.networks.interchange.tensor.StoredTensor;
import io.mien.networks.interchange.tensor.TensorGroup;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PytorchFileTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  @TempDir Path folder;

  @Test
  void bothContainersGiveTheSameTensors() throws IOException {
    // When
    List<TensorGroup> zip = PytorchFile.readZip(Golden.file("pytorch-zip-G.ckpt"));
    List<TensorGroup> stream = PytorchFile.readLegacy(Golden.file("pytorch-legacy-G.ckpt"));
    // Then
    assertThat(zip).hasSize(1);
    Map<String, StoredTensor> expected = zip.get(0).tensors();
    Map<String, StoredTensor> found = stream.get(0).tensors();
    assertThat(found.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(50);
    expected.forEach(
        (name, tensor) -> {
          assertThat(found.get(name).shape()).as(name).isEqualTo(tensor.shape());
          assertThat(found.get(name).values()).as(name).isEqualTo(tensor.values());
        });
  }

  @Test
  void offsetsStridesAndSharedStoragesAreHonoured() throws IOException {
    // Given
    PickleWriter pickle = TorchFiles.dictionary(new PickleWriter());
    TorchFiles.tensor(pickle, "module.transposed", "FloatStorage", 7);
    TorchFiles.layout(pickle, 1, List.of(3L, 2L), List.of(1L, 3L));
    TorchFiles.tensor(pickle, "module.last", "FloatStorage", 7);
    TorchFiles.layout(pickle, 6, List.of(), List.of());
    // When
    TensorGroup group =
        read(pickle.setItems().stop(), TorchFiles.floats(LITTLE, 0, 1, 2, 3, 4, 5, 6), "little");
    // Then
    assertThat(group.tensors().get("transposed").values()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(group.tensors().get("last").values()).containsExactly(6);
  }

  @Test
  void bigEndianFilesAreRead() throws IOException {
    // Given
    PickleWriter pickle = TorchFiles.dictionary(new PickleWriter());
    TorchFiles.tensor(pickle, "a", "FloatStorage", 2);
    TorchFiles.layout(pickle, 0, List.of(2L), List.of(1L));
    // When
    byte[] data = TorchFiles.floats(ByteOrder.BIG_ENDIAN, 1.5f, -2);
    TensorGroup group = read(pickle.setItems().stop(), data, "big");
    // Then
    assertThat(group.tensors().get("a").values()).containsExactly(1.5f, -2);
  }

  @Test
  void halfAndBrainFloatsAreWidened() throws IOException {
    // Given: 1, -2, the smallest subnormal, infinity
    byte[] half = {0x00, 0x3c, 0x00, (byte) 0xc0, 0x01, 0x00, 0x00, 0x7c};
    byte[] brain = {(byte) 0x80, 0x3f, 0x00, (byte) 0xc0, 0x01, 0x00, (byte) 0x80, 0x7f};
    // When, Then
    assertThat(values("HalfStorage", half))
        .containsExactly(1, -2, (float) Math.pow(2, -24), Float.POSITIVE_INFINITY);
    assertThat(values("BFloat16Storage", brain))
        .containsExactly(1, -2, Float.intBitsToFloat(0x10000), Float.POSITIVE_INFINITY);
  }

  @Test
  void dictionariesAreFoundUnderTheirKeys() throws IOException {
    // Given
    PickleWriter pickle = TorchFiles.dictionary(new PickleWriter());
    for (String key : List.of("G", "D")) {
      TorchFiles.dictionary(pickle.text(key));
      TorchFiles.tensor(pickle, "weight", "FloatStorage", 1);
      TorchFiles.layout(pickle, 0, List.of(1L), List.of(1L)).setItems();
    }
    Map<String, byte[]> entries =
        TorchFiles.entries(pickle.text("epoch").number(7).setItems().stop());
    entries.put("a/data/0", TorchFiles.floats(LITTLE, 1));
    // When
    List<TensorGroup> groups =
        PytorchFile.readZip(TorchFiles.zip(folder.resolve("both.pth"), entries));
    // Then
    assertThat(groups).extracting(TensorGroup::path).containsExactly("G", "D");
  }

  @Test
  void filesThatEndEarlyAreRefused() throws IOException {
    byte[] legacy = Files.readAllBytes(Golden.file("pytorch-legacy-G.ckpt"));
    byte[] zip = Files.readAllBytes(Golden.file("pytorch-zip-G.ckpt"));
    Path file = folder.resolve("cut.ckpt");
    for (int length : new int[] {3, 20, 150, 5000, 8000, legacy.length - 1}) {
      Files.write(file, Arrays.copyOf(legacy, length));
      assertThatThrownBy(() -> PytorchFile.readLegacy(file))
          .as("%d bytes", length)
          .isInstanceOf(InvalidCheckpoint.class)
          .hasMessageContaining("cut.ckpt");
    }
    for (int length : new int[] {30, 5000, zip.length - 1}) {
      Files.write(file, Arrays.copyOf(zip, length));
      assertThatThrownBy(() -> PytorchFile.readZip(file)).isInstanceOf(InvalidCheckpoint.class);
    }
  }

  @Test
  void damagedNumbersAreRefused() throws IOException {
    // Given
    byte[] bytes = Files.readAllBytes(Golden.file("pytorch-zip-G.ckpt"));
    bytes[7500] ^= 1;
    Path file = Files.write(folder.resolve("damaged.ckpt"), bytes);
    // When, Then
    assertThatThrownBy(() -> PytorchFile.readZip(file)).hasMessageContaining("checksum");
  }

  private float[] values(String storage, byte[] data) throws IOException {
    PickleWriter pickle = TorchFiles.dictionary(new PickleWriter());
    TorchFiles.tensor(pickle, "a", storage, 4);
    TorchFiles.layout(pickle, 0, List.of(4L), List.of(1L));
    return read(pickle.setItems().stop(), data, "little").tensors().get("a").values();
  }

  private TensorGroup read(byte[] pickle, byte[] data, String order) throws IOException {
    Map<String, byte[]> entries = TorchFiles.entries(pickle);
    entries.put("a/byteorder", order.getBytes(StandardCharsets.US_ASCII));
    entries.put("a/data/0", data);
    Path file = TorchFiles.zip(folder.resolve("weights.pth"), entries);
    List<TensorGroup> groups = PytorchFile.readZip(file);
    assertThat(groups).hasSize(1);
    return groups.get(0);
  }
}
