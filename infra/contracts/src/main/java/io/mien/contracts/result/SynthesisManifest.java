package io.mien.contracts.result;

import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code synthesis.json}: describes a synthesis and, being written last, makes it exist.
 *
 * @param checkpoint what generated the images
 * @param group whose labels the targets are; absent for expressions
 * @param expressions the targets
 * @param items JSON lines, one {@link SynthesisedImage} for each image
 * @param count number of images
 */
public record SynthesisManifest(
    PrefixRef checkpoint, String group, List<String> expressions, ObjectRef items, int count) {

  public SynthesisManifest(
      PrefixRef checkpoint,
      @Nullable String group,
      List<String> expressions,
      ObjectRef items,
      int count) {
    this.checkpoint = checkpoint;
    this.group = Objects.requireNonNullElse(group, LabelGroups.EXPRESSION);
    this.expressions = List.copyOf(expressions);
    this.items = items;
    this.count = count;
  }
}
