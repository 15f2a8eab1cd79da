package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import java.util.OptionalLong;

/**
 * Detect, align and crop the faces of one part of a dataset.
 *
 * @param pictures the part, as {@link ListDataset} wrote it
 * @param count of the pictures
 * @param previous parts of an earlier version that show some of the same pictures
 */
public record DetectFaces(
    IngestDataset dataset, ObjectRef pictures, int count, List<PrefixRef> previous)
    implements TaskSpec {

  public DetectFaces {
    previous = List.copyOf(previous);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }

  @Override
  public OptionalLong units() {
    return OptionalLong.of(count);
  }
}
