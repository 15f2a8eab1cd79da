package io.mien.train;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.InputPixels;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.interchange.ClassifierImport;
import io.mien.networks.interchange.ImportRequest;
import io.mien.networks.interchange.StarGanImport;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.resnet.PixelScale;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a checkpoint of weights that another program wrote. The file is read, never run. */
final class CheckpointImport {

  private final ObjectStore store;

  CheckpointImport(ObjectStore store) {
    this.store = store;
  }

  /**
   * @throws InvalidInput {@code import-refused}, with what to change
   */
  CheckpointImported run(ImportCheckpoint task, TaskContext context) {
    Path file = context.workDirectory().resolve("weights");
    Path folder = context.workDirectory().resolve("checkpoint");
    Stages stages = new Stages(context, "fetch file", "read weights", "save checkpoint");
    stages.next();
    store.download(task.file(), file);
    stages.next();
    CheckpointDirectory checkpoint = read(task, file, folder);
    stages.next();
    PrefixRef published =
        context
            .outputs()
            .putDirectory(Bucket.MODELS, "checkpoint", folder, CheckpointManifest.FILE);
    return new CheckpointImported(published, summary(task, checkpoint));
  }

  private static CheckpointDirectory read(ImportCheckpoint task, Path file, Path folder) {
    try {
      ImportRequest request =
          new ImportRequest(
              CheckpointLabels.imported(task.known()),
              task.recipe().size(),
              task.part(),
              notes(task),
              pixels(task.pixels()));
      return switch (task.network()) {
        case GENERATOR -> StarGanImport.run(file, request, folder);
        case CLASSIFIER -> ClassifierImport.run(file, request, folder);
      };
    } catch (InvalidCheckpoint | IllegalArgumentException | ArithmeticException e) {
      // The owner knows the file by its own name, not by where it lies here
      String found = String.valueOf(e.getMessage()).replace(file.toString(), task.fileName());
      throw new InvalidInput(
          "import-refused",
          "Import %s from %s: %s".formatted(task.network().wireName(), task.fileName(), found),
          e);
    }
  }

  private static PixelScale pixels(@Nullable InputPixels named) {
    return named == InputPixels.IMAGENET ? PixelScale.IMAGENET : PixelScale.SYMMETRIC;
  }

  private static CheckpointNotes notes(ImportCheckpoint task) {
    return new CheckpointNotes(
        WireJson.MAPPER.valueToTree(task.recipe()),
        "",
        Map.of(),
        Map.of("mien", WorkerVersion.CURRENT),
        task.licence(),
        null,
        WireJson.MAPPER.valueToTree(task.usage()));
  }

  private static CheckpointSummary summary(ImportCheckpoint task, CheckpointDirectory checkpoint) {
    List<LabelGroup> groups = checkpoint.manifest().labels();
    return new CheckpointSummary(
        network(task, checkpoint),
        task.recipe().size(),
        groups.get(0).names(),
        task.recipe(),
        "",
        0,
        CheckpointLabels.of(groups),
        task.usage());
  }

  private static String network(ImportCheckpoint task, CheckpointDirectory checkpoint) {
    return switch (task.network()) {
      case GENERATOR -> StarGanTraining.NETWORK;
      case CLASSIFIER -> "resnet" + checkpoint.training("network", ResNetSpec.class).depth();
    };
  }
}
