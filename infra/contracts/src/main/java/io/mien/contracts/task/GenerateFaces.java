package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;

/**
 * Draw faces of nobody. The same checkpoint, seed and number give the same face.
 *
 * @param checkpoint face generator; its manifest is {@code checkpoint.json}
 * @param count how many, from number 0
 */
public record GenerateFaces(PrefixRef checkpoint, long seed, int count) implements TaskSpec {

  public GenerateFaces {
    if (count < 1) {
      throw new IllegalArgumentException("At least one face is drawn, not " + count + ".");
    }
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SYNTH;
  }
}
