package io.mien.networks.interchange;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.interchange.tensor.TensorGroup;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.stargan.Generator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes a checkpoint of a StarGAN generator that another program trained. Dimensions come from the
 * shapes; running statistics are dropped, because normalisation takes the instance's own. It
 * synthesises; there is no training to resume.
 */
public final class StarGanImport {
  private static final Predicate<String> RUNNING = name -> name.contains(".running_");

  private StarGanImport() {}

  /**
   * Writes a checkpoint folder.
   *
   * @throws InvalidCheckpoint when the file holds no such generator or the labels do not fit it
   */
  public static CheckpointDirectory run(Path file, ImportRequest request, Path folder) {
    TensorGroup group;
    try {
      group = FoundNetworks.in(file).only(NetworkShape.STARGAN_GENERATOR, request.part());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " failed.", e);
    }
    GeneratorDimensions found = GeneratorDimensions.of(group);
    WeightBudget.require(group, found.leastWeights());
    LabelSpace labels = labels(file, request, found);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator = Generator.initialize(found.spec(), labels, manager, 0)) {
      WeightTransfer.copy(group, RUNNING, List.of(generator.parameters()));
      Map<String, NDArray> weights = generator.parameters().asMap();
      return CheckpointDirectory.write(
          folder, manifest(request, found), Map.of(ExpressionGenerator.FILE, weights));
    }
  }

  private static LabelSpace labels(Path file, ImportRequest request, GeneratorDimensions found) {
    int needed = found.conditions();
    if (request.labels().isEmpty()) {
      throw new InvalidCheckpoint(
          "%s does not say what its labels mean: give %d names in the order of its training."
              .formatted(file, needed));
    }
    LabelSpace labels = new LabelSpace(request.labels());
    if (labels.conditions() != needed) {
      throw new InvalidCheckpoint(
          "%s holds a generator of %d conditions, but %d labels make %d (%s): give as many, in the order of its training."
              .formatted(
                  file, needed, labels.labels(), labels.conditions(), counted(labels.groups())));
    }
    if (request.imageSize() < 8 || request.imageSize() % 4 != 0) {
      throw new InvalidCheckpoint(
          "The image size must be a multiple of 4 and at least 8, not %d; the file does not tell it."
              .formatted(request.imageSize()));
    }
    return labels;
  }

  private static String counted(List<LabelGroup> groups) {
    String sizes =
        groups.stream()
            .map(group -> "%d of %s".formatted(group.size(), group.name()))
            .collect(Collectors.joining(" + "));
    return groups.size() == 1
        ? sizes
        : "%s + a mask of %d, one for each group".formatted(sizes, groups.size());
  }

  private static CheckpointManifest manifest(ImportRequest request, GeneratorDimensions found) {
    return new CheckpointManifest(
        CheckpointManifest.FORMAT,
        NetworkKind.STARGAN,
        CheckpointJson.tree(Map.of("imageSize", request.imageSize(), "generator", found.spec())),
        request.labels(),
        request.imageSize(),
        new CheckpointManifest.Progress(0, 0, Map.of()),
        "",
        request.notes(),
        Map.of());
  }
}
