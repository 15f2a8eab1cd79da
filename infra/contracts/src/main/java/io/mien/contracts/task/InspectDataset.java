package io.mien.contracts.task;

import io.mien.contracts.TaskKind;

/** Find out what an ingest would make of a dataset, and make nothing. */
public record InspectDataset(IngestDataset dataset, InspectionDepth depth) implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
