package io.mien.networks.interchange;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.interchange.onnx.OnnxExport;
import io.mien.networks.interchange.pytorch.StateDictWriter;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a checkpoint's generator for other programs, under the names of the public reference and
 * complete enough for its {@code load_state_dict(strict=True)}.
 */
public final class GeneratorExport {
  private GeneratorExport() {}

  /** Reads the StarGAN checkpoint in a folder and writes one file. */
  public static void run(Path folder, ExportFormat format, Path out) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
    Safetensors file = checkpoint.read(ExpressionGenerator.FILE);
    GeneratorSpec spec = checkpoint.training("generator", GeneratorSpec.class);
    LabelSpace labels = checkpoint.manifest().labelSpace();
    Map<String, String> metadata = metadata(checkpoint.manifest());
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator = Generator.initialize(spec, labels, manager, 0)) {
      Parameters weights = generator.parameters();
      CheckpointDirectory.restore(weights, file, "");
      Map<String, NDArray> complete = ReferenceStateDict.of(weights.asMap(), manager);
      switch (format) {
        case SAFETENSORS -> Safetensors.write(out, complete, metadata);
        case PYTORCH -> StateDictWriter.write(out, complete);
        case ONNX -> OnnxExport.write(out, spec, labels.conditions(), weights, metadata);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing " + out + " failed.", e);
    }
  }

  private static Map<String, String> metadata(CheckpointManifest manifest) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt");
    metadata.put("image_size", Integer.toString(manifest.imageSize()));
    metadata.put(
        "groups",
        manifest.labels().stream().map(LabelGroup::name).collect(Collectors.joining(";")));
    metadata.put(
        "labels",
        manifest.labels().stream()
            .map(LabelGroup::names)
            .map(names -> String.join(",", names))
            .collect(Collectors.joining(";")));
    metadata.put("licence", manifest.notes().licence());
    manifest.notes().termsText().ifPresent(terms -> metadata.put("terms", terms));
    return metadata;
  }
}
