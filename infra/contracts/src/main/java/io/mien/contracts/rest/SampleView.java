package io.mien.contracts.rest;

import java.time.Instant;
import java.util.List;

/**
 * A sample grid of a training task.
 *
 * @param columns what its columns show; none where they have no names
 */
public record SampleView(long iteration, String url, Instant at, List<String> columns) {

  public SampleView {
    columns = List.copyOf(columns);
  }
}
