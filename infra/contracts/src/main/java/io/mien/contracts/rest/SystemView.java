package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/system}: versions, the queue by kind, and whether PostgreSQL, Kafka and the object
 * store answer.
 */
public record SystemView(
    String version, Map<TaskKind, Queue> queues, Map<String, String> components) {

  /**
   * Tasks of one kind by state, and slots of its living workers.
   *
   * @param slots of workers that take offers
   * @param paused why no task of this kind is offered at the moment
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Queue(
      int queued, int offered, int running, int slots, int dead, @Nullable String paused) {}
}
