package io.mien.contracts.rest;

import io.mien.contracts.TaskKind;
import java.util.Map;

/**
 * {@code GET /v1/system}: versions, the queue by kind, and whether PostgreSQL, Kafka and the object
 * store answer.
 */
public record SystemView(
    String version, Map<TaskKind, Queue> queues, Map<String, String> components) {

  /** Tasks of one kind by state, and slots of its living workers. */
  public record Queue(int queued, int offered, int running, int slots, int dead) {}
}
