package io.mien.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The files that PyTorch wrote for the tests of {@code infra/networks}. */
final class PytorchFiles {

  /** The public StarGAN's generator, seven labels, 32 pixels: as ZIP and as legacy stream. */
  static final List<String> GENERATORS = List.of("pytorch-zip-G.ckpt", "pytorch-legacy-G.ckpt");

  /** An image, a condition, and what PyTorch's generator makes of them. */
  static final String GENERATOR_IO = "pytorch-G-io.safetensors";

  /** A narrow ResNet-18 of seven classes, before and after some steps. */
  static final String CLASSIFIER = "resnet18.safetensors";

  /** Generator and critic of seven labels, before and after some steps. */
  static final String SEVERAL = "stargan-expressions.safetensors";

  /** What pickle.dumps makes of an object whose reduction is os.system('id'). */
  static final byte[] HOSTILE =
      "\u0080\u0002cos\nsystem\nX\2\0\0\0id\u0085R.".getBytes(StandardCharsets.ISO_8859_1);

  private PytorchFiles() {}

  static Path of(String name) {
    String folder = System.getProperty("mien.golden", "");
    return Path.of(folder.isBlank() ? "../infra/networks/src/test/resources/golden" : folder)
        .resolve(name);
  }
}
