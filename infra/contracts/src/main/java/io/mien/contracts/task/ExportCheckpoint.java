package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;

/**
 * Write a checkpoint's generator or classifier as a file that other programs read.
 *
 * @param checkpoint of StarGAN or a classifier; its manifest is {@code checkpoint.json}
 */
public record ExportCheckpoint(PrefixRef checkpoint, CheckpointFormat format) implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.TRAIN;
  }
}
