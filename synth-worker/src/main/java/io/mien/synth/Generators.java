package io.mien.synth;

import io.mien.contracts.failure.InvalidInput;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.synth.engine.LoadedGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a checkpoint's generator. */
final class Generators {

  private Generators() {}

  /**
   * The labels to generate, in the checkpoint's order when all are wanted.
   *
   * @param group whose labels they are; null for the checkpoint's first group
   * @throws InvalidInput {@code unknown-group} or {@code unknown-expression}
   */
  static Targets targets(@Nullable String group, List<String> wanted, LoadedGenerator generator) {
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
  static void requireSize(int side, LoadedGenerator generator) {
    if (side != generator.imageSize()) {
      throw new InvalidInput(
          "image-size-mismatch",
          "Synthesise from faces of %d pixels: this checkpoint takes %d. Prepare them with the checkpoint's recipe."
              .formatted(side, generator.imageSize()));
    }
  }
}
