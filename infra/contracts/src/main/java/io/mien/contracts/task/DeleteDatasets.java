package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;
import java.util.List;

/**
 * Delete every object of these versions of a dataset. What is gone already is no error.
 *
 * @param datasets which nobody reads any more
 */
public record DeleteDatasets(List<PrefixRef> datasets) implements TaskSpec {

  public DeleteDatasets {
    datasets = List.copyOf(datasets);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
