package io.mien.contracts.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Whatever is said on {@code task-control.v1}. A worker passes over orders of a type that it does
 * not know: a newer orchestrator may give them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CancelTask.class, name = "CancelTask"),
  @JsonSubTypes.Type(value = RevokeTask.class, name = "RevokeTask"),
  @JsonSubTypes.Type(value = YieldTask.class, name = "YieldTask"),
  @JsonSubTypes.Type(value = DrainWorker.class, name = "DrainWorker"),
  @JsonSubTypes.Type(value = ResumeWorker.class, name = "ResumeWorker")
})
public sealed interface Order permits TaskControl, WorkerControl {}
