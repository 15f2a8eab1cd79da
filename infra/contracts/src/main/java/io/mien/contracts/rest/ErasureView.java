package io.mien.contracts.rest;

import io.mien.contracts.id.RunId;
import java.time.Instant;
import java.util.List;

/**
 * A person who was taken out of a dataset, and stays out of it.
 *
 * @param runId that did it
 * @param crops that the newest version had of the person
 * @param checkpoints trained on versions that had the person: what to retire or train again
 */
public record ErasureView(
    String subject, RunId runId, Instant erasedAt, int crops, List<CheckpointView> checkpoints) {

  public ErasureView {
    checkpoints = List.copyOf(checkpoints);
  }
}
