package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that {@code POST /v1/runs/steps} starts by its name. */
public record TemplateView(String name, String description, List<Parameter> parameters) {

  /**
   * What has to be said.
   *
   * @param value where nothing is said; absent where something must be
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Parameter(String name, String description, @Nullable Object value) {}
}
