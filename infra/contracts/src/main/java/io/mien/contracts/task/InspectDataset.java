package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.terms.UsageTerms;
import java.net.URI;

/**
 * Find out what an ingest would make of a dataset, and make nothing.
 *
 * @param name for messages
 * @param source folder that the ingest workers can read, as a {@code file:} URI
 * @param layout layout of the folder: {@code auto} or one of {@link Layouts#NAMES}
 * @param terms on which the pictures may be used, as far as somebody stated them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InspectDataset(
    String name,
    URI source,
    String layout,
    LayoutOptions options,
    CropRecipe recipe,
    SplitPolicy split,
    UsageTerms terms,
    InspectionDepth depth)
    implements TaskSpec {

  @Override
  public TaskKind kind() {
    return TaskKind.INGEST;
  }
}
