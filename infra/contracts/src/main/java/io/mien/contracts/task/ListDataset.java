package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;
import org.jspecify.annotations.Nullable;

/**
 * List the pictures of a dataset and share them out in parts of much the same size, each the work
 * of one {@link DetectFaces}. Which part a picture belongs to depends on its name alone, so that a
 * dataset that grows keeps most of its parts.
 *
 * @param previous the dataset as it was prepared last; faces that were found then, by the same
 *     recipe, are not looked for again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListDataset(IngestDataset dataset, @Nullable PrefixRef previous) implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
