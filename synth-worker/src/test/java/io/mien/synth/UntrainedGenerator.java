package io.mien.synth;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointManifest.Progress;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The checkpoint of a StarGAN of any size that has learned nothing. */
final class UntrainedGenerator {

  /** As many as there are expressions. */
  static final List<String> LABELS =
      List.of("neutral", "happy", "sad", "surprised", "disgusted", "angry", "fearful");

  private UntrainedGenerator() {}

  /**
   * @param seed of its weights, so that two are different checkpoints
   */
  static PrefixRef publish(
      ObjectStore store, Path folder, int imageSize, GeneratorSpec spec, long seed)
      throws IOException {
    LabelGroup labels = LabelGroup.exclusive(LABELS);
    try (NDManager manager = TorchRuntime.start().newBaseManager(Device.cpu());
        Generator generator = Generator.initialize(spec, LabelSpace.of(labels), manager, seed)) {
      CheckpointManifest manifest =
          new CheckpointManifest(
              CheckpointManifest.FORMAT,
              NetworkKind.STARGAN,
              CheckpointJson.tree(Map.of("generator", spec)),
              List.of(labels),
              imageSize,
              new Progress(0, 0, Map.of()),
              "",
              CheckpointNotes.none(),
              Map.of());
      CheckpointDirectory.write(
          folder, manifest, Map.of(ExpressionGenerator.FILE, generator.parameters().asMap()));
    }
    return Published.folder(store, Bucket.MODELS, folder, CheckpointManifest.FILE);
  }
}
