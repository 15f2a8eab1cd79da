package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.DatasetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of labels that a run's StarGAN is to learn.
 *
 * @param datasetId where from; the run's dataset when absent
 * @param group {@code expression}, {@code pose} or {@code attributes}
 * @param names attributes, such as {@code glasses} or {@code hair_colour=black}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunLabels(@Nullable DatasetId datasetId, String group, List<String> names) {

  public RunLabels(@Nullable DatasetId datasetId, String group, @Nullable List<String> names) {
    this.datasetId = datasetId;
    this.group = group;
    this.names = names == null ? List.of() : List.copyOf(names);
  }
}
