package io.mien.contracts.result;

import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.task.CheckpointFormat;

/** A checkpoint's network in a file that other programs read. */
public record CheckpointExported(CheckpointFormat format, ObjectRef file) implements TaskResult {}
