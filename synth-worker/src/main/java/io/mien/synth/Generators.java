package io.mien.synth;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.FaceGenerator;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.store.ObjectSet;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads generators from published checkpoints. */
final class Generators {

  private final ObjectStore store;
  private final String device;

  Generators(ObjectStore store, String device) {
    this.store = store;
    this.device = device;
  }

  /** The generator of a checkpoint; the caller closes it. */
  ExpressionGenerator load(PrefixRef checkpoint, TaskContext context) {
    return ExpressionGenerator.load(download(checkpoint, context), DeviceChoice.resolve(device));
  }

  /** The face generator of a checkpoint; the caller closes it. */
  FaceGenerator loadFaces(PrefixRef checkpoint, TaskContext context) {
    return FaceGenerator.load(download(checkpoint, context), DeviceChoice.resolve(device));
  }

  /** The terms of the checkpoint that was loaded last for this task. */
  static UsageTerms terms(TaskContext context) {
    CheckpointNotes notes = CheckpointDirectory.open(folder(context)).manifest().notes();
    return notes.terms() == null
        ? UsageTerms.licensed(notes.licence())
        : WireJson.MAPPER.convertValue(notes.terms(), UsageTerms.class);
  }

  private static Path folder(TaskContext context) {
    return context.workDirectory().resolve("checkpoint");
  }

  private Path download(PrefixRef checkpoint, TaskContext context) {
    Path folder = folder(context);
    ObjectSet.download(store, checkpoint, folder);
    return folder;
  }

  /**
   * The labels to generate, in the checkpoint's order when all are wanted.
   *
   * @param group whose labels they are; null for the checkpoint's first group
   * @throws InvalidInput {@code unknown-group} or {@code unknown-expression}
   */
  static Targets targets(
      @Nullable String group, List<String> wanted, ExpressionGenerator generator) {
    LabelGroup labels = group == null ? generator.labels() : group(group, generator.labelSpace());
    for (String label : wanted) {
      if (!labels.names().contains(label)) {
        throw new InvalidInput(
            "unknown-expression",
            "Generate '%s': this checkpoint knows %s. Choose among them."
                .formatted(label, labels.names()));
      }
    }
    return new Targets(labels, wanted.isEmpty() ? labels.names() : wanted);
  }

  private static LabelGroup group(String name, LabelSpace space) {
    return space.groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "unknown-group",
                    "Generate labels of the group '%s': this checkpoint knows %s. Choose among them."
                        .formatted(name, space.groups().stream().map(LabelGroup::name).toList())));
  }

  /**
   * Refuses faces that the network cannot take.
   *
   * @param side of the faces in pixels
   * @throws InvalidInput {@code image-size-mismatch}
   */
  static void requireSize(int side, ExpressionGenerator generator) {
    if (side != generator.imageSize()) {
      throw new InvalidInput(
          "image-size-mismatch",
          "Synthesise from faces of %d pixels: this checkpoint takes %d. Prepare them with the checkpoint's recipe."
              .formatted(side, generator.imageSize()));
    }
  }
}
