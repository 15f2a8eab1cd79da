package io.mien.contracts.result;

import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
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
 * @param terms on which the images may be used: the strictest of the checkpoint's and the pictures'
 */
public record SynthesisManifest(
    PrefixRef checkpoint,
    String group,
    List<String> expressions,
    ObjectRef items,
    int count,
    UsageTerms terms) {

  public SynthesisManifest(
      PrefixRef checkpoint,
      @Nullable String group,
      List<String> expressions,
      ObjectRef items,
      int count,
      @Nullable UsageTerms terms) {
    this.checkpoint = checkpoint;
    this.group = Objects.requireNonNullElse(group, LabelGroups.EXPRESSION);
    this.expressions = List.copyOf(expressions);
    this.items = items;
    this.count = count;
    this.terms = Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN);
  }

  /** Of images whose terms nobody states. */
  public SynthesisManifest(
      PrefixRef checkpoint,
      @Nullable String group,
      List<String> expressions,
      ObjectRef items,
      int count) {
    this(checkpoint, group, expressions, items, count, null);
  }
}
