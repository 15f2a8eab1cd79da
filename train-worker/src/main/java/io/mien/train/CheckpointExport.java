package io.mien.train;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.CheckpointExported;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.interchange.ClassifierExport;
import io.mien.networks.interchange.ExportFormat;
import io.mien.networks.interchange.GeneratorExport;
import io.mien.store.ObjectSet;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;
import java.nio.file.Path;

/** Writes a checkpoint's generator or classifier as a file that other programs read. */
final class CheckpointExport {

  private final ObjectStore store;

  CheckpointExport(ObjectStore store) {
    this.store = store;
  }

  CheckpointExported run(ExportCheckpoint task, TaskContext context) {
    Path folder = context.workDirectory().resolve("checkpoint");
    Stages stages = new Stages(context, "fetch checkpoint", "write weights", "save file");
    stages.next();
    ObjectSet.download(store, task.checkpoint(), folder);
    NetworkKind kind = CheckpointDirectory.open(folder).manifest().network();
    String name = fileName(kind) + "." + task.format().extension();
    Path out = context.workDirectory().resolve(name);
    stages.next();
    switch (kind) {
      case STARGAN -> GeneratorExport.run(folder, format(task.format()), out);
      case CLASSIFIER -> ClassifierExport.run(folder, format(task.format()), out);
      case FACE_GAN -> throw notExported(task);
    }
    stages.next();
    ObjectRef file =
        context.outputs().put(Bucket.MODELS, "export/" + name, out, "application/octet-stream");
    return new CheckpointExported(task.format(), file);
  }

  private static String fileName(NetworkKind kind) {
    return kind == NetworkKind.CLASSIFIER ? "classifier" : "generator";
  }

  private static InvalidInput notExported(ExportCheckpoint task) {
    return new InvalidInput(
        "checkpoint-not-exported",
        "Export %s: it holds a face generator; StarGAN generators and classifiers are exported."
            .formatted(task.checkpoint().prefix()));
  }

  private static ExportFormat format(CheckpointFormat format) {
    return switch (format) {
      case SAFETENSORS -> ExportFormat.SAFETENSORS;
      case PYTORCH -> ExportFormat.PYTORCH;
      case ONNX -> ExportFormat.ONNX;
    };
  }
}
