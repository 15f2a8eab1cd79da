package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Split the crops of a dataset and pack them for training.
 *
 * @param listing what {@link ListDataset} found
 * @param faces what each {@link DetectFaces} found, in the order of the parts
 * @param previous the version before, whose people stay in their parts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackDataset(
    IngestDataset dataset, PrefixRef listing, List<PrefixRef> faces, @Nullable PrefixRef previous)
    implements TaskSpec {

  public PackDataset {
    faces = List.copyOf(faces);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
