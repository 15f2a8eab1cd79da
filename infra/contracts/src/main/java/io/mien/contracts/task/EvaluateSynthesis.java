package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;

/**
 * Score a synthesis with a classifier that had no part in making it.
 *
 * @param dataset the dataset that was synthesised from
 * @param synthesis generated images; its manifest is {@code synthesis.json}
 * @param classifier ResNet checkpoint, trained on other people than those synthesised
 * @param generator the StarGAN checkpoint, for reconstruction measures and provenance
 */
public record EvaluateSynthesis(
    PrefixRef dataset, PrefixRef synthesis, PrefixRef classifier, PrefixRef generator)
    implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.EVAL;
  }
}
