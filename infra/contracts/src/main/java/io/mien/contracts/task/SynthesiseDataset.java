package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Generate the expression sets of one part of a dataset: every crop with every target label.
 *
 * @param dataset prepared dataset
 * @param split part to synthesise from; the test part holds people that no network has seen
 * @param checkpoint StarGAN checkpoint; its manifest is {@code checkpoint.json}
 * @param expressions target labels; empty means every label of the group
 * @param group whose labels the targets are; absent for expressions
 * @param limit most crops to use, taken evenly over subjects and labels; 0 means all
 */
public record SynthesiseDataset(
    PrefixRef dataset,
    Split split,
    PrefixRef checkpoint,
    String group,
    List<String> expressions,
    int limit)
    implements TaskSpec {

  public SynthesiseDataset(
      PrefixRef dataset,
      Split split,
      PrefixRef checkpoint,
      @Nullable String group,
      List<String> expressions,
      int limit) {
    this.dataset = dataset;
    this.split = split;
    this.checkpoint = checkpoint;
    this.group = Objects.requireNonNullElse(group, LabelGroups.EXPRESSION);
    this.expressions = List.copyOf(expressions);
    this.limit = limit;
  }

  /** In expressions. */
  public SynthesiseDataset(
      PrefixRef dataset, Split split, PrefixRef checkpoint, List<String> expressions, int limit) {
    this(dataset, split, checkpoint, LabelGroups.EXPRESSION, expressions, limit);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SYNTH;
  }
}
