package io.mien.contracts.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/** What a worker says of itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerHeartbeat.class, name = "WorkerHeartbeat"),
  @JsonSubTypes.Type(value = WorkerStopped.class, name = "WorkerStopped")
})
public sealed interface WorkerEvent permits WorkerHeartbeat, WorkerStopped {

  WorkerId workerId();

  Instant at();
}
