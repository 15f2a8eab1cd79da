package io.mien.contracts.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mien.contracts.id.TaskId;

/** An order about one task; every worker reads all and acts on its own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CancelTask.class, name = "CancelTask"),
  @JsonSubTypes.Type(value = RevokeTask.class, name = "RevokeTask")
})
public sealed interface TaskControl permits CancelTask, RevokeTask {

  TaskId taskId();
}
