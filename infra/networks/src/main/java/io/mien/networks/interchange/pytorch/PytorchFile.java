package io.mien.networks.interchange.pytorch;

import io.mien.networks.interchange.tensor.TensorGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code torch.save} wrote: state_dicts, alone or in dictionaries (checkpoints). */
public final class PytorchFile {
  private PytorchFile() {}

  /** Reads the container that PyTorch writes since 1.6, a ZIP archive. */
  public static List<TensorGroup> readZip(Path path) throws IOException {
    try (TorchArchive archive = TorchArchive.open(path)) {
      Object root = Unpickler.read(archive.pickle(), storage -> {});
      return new TensorTree(path.toString(), archive::bytes).groups(root);
    }
  }

  /** Reads the stream that PyTorch wrote before 1.6. */
  public static List<TensorGroup> readLegacy(Path path) throws IOException {
    LegacyStream stream = LegacyStream.read(path);
    return new TensorTree(path.toString(), stream::bytes).groups(stream.root());
  }
}
