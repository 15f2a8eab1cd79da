package io.mien.networks.interchange;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.interchange.tensor.TensorGroup;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a checkpoint of a classifier in torchvision's layout. The file does not say on which scale
 * the network sees pixels: the request does.
 */
public final class ClassifierImport {
  /** For each squared channel of the first stage: 3x3 convolutions of a ResNet-18's blocks. */
  private static final double LEAST_WEIGHTS = 27 * (1 + 4 + 16 + 64);

  private ClassifierImport() {}

  /**
   * Writes a checkpoint folder.
   *
   * @throws InvalidCheckpoint when the file holds no such classifier or the labels do not fit it
   */
  public static CheckpointDirectory run(Path file, ImportRequest request, Path folder) {
    TensorGroup group;
    try {
      group = FoundNetworks.in(file).only(NetworkShape.RESNET, request.part());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " failed.", e);
    }
    int classes = group.side("fc.weight", 0);
    if (request.labels().size() != 1 || request.labels().get(0).size() != classes) {
      throw new InvalidCheckpoint(
          "%s holds a classifier of %d classes: give one group of %d names in the order of its outputs."
              .formatted(file, classes, classes));
    }
    ResNetSpec spec = spec(file, group, request);
    WeightBudget.require(group, LEAST_WEIGHTS * spec.width() * spec.width());
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ResNet network = ResNet.initialize(spec, classes, manager, 0)) {
      WeightTransfer.copy(group, name -> false, List.of(network.weights(), network.buffers()));
      Map<String, NDArray> arrays = new LinkedHashMap<>(network.weights().asMap());
      arrays.putAll(network.buffers().asMap());
      return CheckpointDirectory.write(
          folder, manifest(request, spec), Map.of(ExpressionClassifier.FILE, arrays));
    }
  }

  private static ResNetSpec spec(Path file, TensorGroup group, ImportRequest request) {
    int layers = 2;
    for (int stage = 1; stage <= 4; stage++) {
      int block = 0;
      while (group.has("layer%d.%d.conv1.weight".formatted(stage, block))) {
        layers += group.has("layer%d.%d.conv3.weight".formatted(stage, block)) ? 3 : 2;
        block++;
      }
    }
    Stem stem = group.side("conv1.weight", 2) == 3 ? Stem.SMALL : Stem.IMAGENET;
    try {
      ResNetSpec spec =
          new ResNetSpec(layers, group.side("conv1.weight", 0), stem, request.pixels());
      spec.requireFits(request.imageSize());
      return spec;
    } catch (IllegalArgumentException e) {
      throw new InvalidCheckpoint(
          "%s holds a ResNet-%d, which is not taken for images of %d pixels: %s"
              .formatted(file, layers, request.imageSize(), e.getMessage()),
          e);
    }
  }

  private static CheckpointManifest manifest(ImportRequest request, ResNetSpec spec) {
    return new CheckpointManifest(
        CheckpointManifest.FORMAT,
        NetworkKind.CLASSIFIER,
        CheckpointJson.tree(Map.of("imageSize", request.imageSize(), "network", spec)),
        request.labels(),
        request.imageSize(),
        new CheckpointManifest.Progress(0, 0, Map.of()),
        "",
        request.notes(),
        Map.of());
  }
}
