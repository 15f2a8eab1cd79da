package io.mien.contracts.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;
import java.util.List;

/**
 * Make a version of a dataset that is the same without one person. What is left keeps its part of
 * the split.
 *
 * @param subject as the dataset names it
 * @param dataset the newest version
 * @param earlier versions, in which the person may be too
 */
public record EraseSubject(String subject, PrefixRef dataset, List<PrefixRef> earlier)
    implements TaskSpec {

  public EraseSubject {
    earlier = List.copyOf(earlier);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
