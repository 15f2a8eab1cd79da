package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.object.PrefixRef;
import java.util.List;

/**
 * Generate the expression sets of one part of a dataset: every crop in every target expression.
 *
 * @param dataset prepared dataset
 * @param split part to synthesise from; the test part holds people that no network has seen
 * @param checkpoint StarGAN checkpoint; its manifest is {@code checkpoint.json}
 * @param expressions target labels; empty means every label of the checkpoint
 * @param limit most crops to use, taken evenly over subjects and labels; 0 means all
 */
public record SynthesiseDataset(
    PrefixRef dataset, Split split, PrefixRef checkpoint, List<String> expressions, int limit)
    implements TaskSpec {

  public SynthesiseDataset {
    expressions = List.copyOf(expressions);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SYNTH;
  }
}
