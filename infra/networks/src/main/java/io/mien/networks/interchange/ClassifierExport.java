package io.mien.networks.interchange;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.calibration.Calibration;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.interchange.onnx.OnnxExport;
import io.mien.networks.interchange.pytorch.StateDictWriter;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a checkpoint's classifier for other programs, under torchvision's names and complete
 * enough for {@code load_state_dict(strict=True)}: torchvision's own classes take it where width is
 * 64 and stem {@code imagenet}.
 */
public final class ClassifierExport {
  private static final String BIAS = ".bias";

  private ClassifierExport() {}

  /** Reads the classifier checkpoint in a folder and writes one file. */
  public static void run(Path folder, ExportFormat format, Path out) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.CLASSIFIER);
    Safetensors file = checkpoint.read(ExpressionClassifier.FILE);
    ResNetSpec spec = checkpoint.training("network", ResNetSpec.class);
    int classes = checkpoint.manifest().labelSpace().group(0).size();
    Map<String, String> metadata = metadata(checkpoint.manifest(), spec);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ResNet network = ResNet.initialize(spec, classes, manager, 0)) {
      CheckpointDirectory.restore(network.weights(), file, "");
      CheckpointDirectory.restore(network.buffers(), file, "");
      switch (format) {
        case SAFETENSORS -> Safetensors.write(out, stateDict(network, manager), metadata);
        case PYTORCH -> StateDictWriter.write(out, stateDict(network, manager));
        case ONNX -> OnnxExport.write(out, network, metadata);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing " + out + " failed.", e);
    }
  }

  /** Weights and, after every normalisation, its statistics, in torchvision's order. */
  private static Map<String, NDArray> stateDict(ResNet network, NDManager manager) {
    Map<String, NDArray> buffers = network.buffers().asMap();
    Map<String, NDArray> complete = new LinkedHashMap<>();
    network
        .weights()
        .asMap()
        .forEach(
            (name, array) -> {
              complete.put(name, array);
              String norm = name.substring(0, Math.max(0, name.length() - BIAS.length()));
              NDArray mean = buffers.get(norm + ".running_mean");
              NDArray variance = buffers.get(norm + ".running_var");
              if (name.endsWith(BIAS) && mean != null && variance != null) {
                complete.put(norm + ".running_mean", mean);
                complete.put(norm + ".running_var", variance);
                complete.put(
                    norm + ".num_batches_tracked", manager.zeros(new Shape(), DataType.INT64));
              }
            });
    return complete;
  }

  private static Map<String, String> metadata(CheckpointManifest manifest, ResNetSpec spec) {
    Calibration calibration = manifest.calibration();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt");
    metadata.put("network", "resnet" + spec.depth());
    metadata.put("image_size", Integer.toString(manifest.imageSize()));
    metadata.put("pixels", spec.pixels().wireName());
    metadata.put("labels", String.join(",", manifest.labels().get(0).names()));
    metadata.put(
        "temperature", calibration == null ? "1" : Double.toString(calibration.temperature()));
    metadata.put("licence", manifest.notes().licence());
    manifest.notes().termsText().ifPresent(terms -> metadata.put("terms", terms));
    return metadata;
  }
}
