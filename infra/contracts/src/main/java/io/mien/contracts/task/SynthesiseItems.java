package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.OptionalLong;

/**
 * Generate what the items of one part of a bulk synthesis ask for.
 *
 * @param crops tar of the crops, in the order of the items
 * @param items JSON lines, each a {@link io.mien.contracts.synthesis.PreparedItem}
 * @param count of the items
 * @param checkpoint StarGAN checkpoint; its manifest is {@code checkpoint.json}
 */
public record SynthesiseItems(ObjectRef crops, ObjectRef items, int count, PrefixRef checkpoint)
    implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.SYNTH;
  }

  @Override
  public OptionalLong units() {
    return OptionalLong.of(count);
  }

  @Override
  public boolean isIndependent() {
    return true;
  }
}
