package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;

/**
 * Generate the expression set of one prepared photo.
 *
 * @param crop square PNG, prepared with the checkpoint's recipe
 * @param checkpoint StarGAN checkpoint; its manifest is {@code checkpoint.json}
 * @param expressions target labels; empty means every label of the checkpoint
 */
public record SynthesisePhoto(ObjectRef crop, PrefixRef checkpoint, List<String> expressions)
    implements TaskSpec {

  public SynthesisePhoto {
    expressions = List.copyOf(expressions);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SYNTH;
  }
}
