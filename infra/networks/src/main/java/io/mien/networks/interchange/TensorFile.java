package io.mien.networks.interchange;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.interchange.pytorch.PytorchFile;
import io.mien.networks.interchange.tensor.Layout;
import io.mien.networks.interchange.tensor.StoredTensor;
import io.mien.networks.interchange.tensor.TensorGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of weights by another program: PyTorch's ZIP container or legacy stream, safetensors. */
public final class TensorFile {
  private TensorFile() {}

  /**
   * Reads the tensors of a file; its content decides about its format, not its name.
   *
   * @throws InvalidCheckpoint when the file is none of these, damaged or hostile
   */
  public static List<TensorGroup> read(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(9);
    } catch (NoSuchFileException e) {
      throw new InvalidCheckpoint("There is no file " + path + ".", e);
    }
    if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
      return PytorchFile.readZip(path);
    }
    if (start.length > 1 && start[0] == (byte) 0x80 && start[1] <= 5) {
      return PytorchFile.readLegacy(path);
    }
    if (start.length == 9 && start[8] == '{') {
      return List.of(safetensors(path));
    }
    throw new InvalidCheckpoint(
        "%s is neither a file of torch.save nor safetensors: weights are read from these."
            .formatted(path));
  }

  private static TensorGroup safetensors(Path path) throws IOException {
    Safetensors file = Safetensors.read(path);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (String name : file.names()) {
      Layout layout = Layout.contiguous(file.sides(name));
      tensors.put(name, new StoredTensor(file.type(name), file.bytes(name), layout));
    }
    return new TensorGroup("", tensors);
  }
}
