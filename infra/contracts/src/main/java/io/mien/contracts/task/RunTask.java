package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.PrefixRef;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The offer of one attempt of a task; the only message on {@code tasks.<kind>.v1}.
 *
 * @param step name of the step in its run, for logs
 * @param attempt counts from 1; fences everything that the attempt reports
 * @param lease how long the attempt may go without a heartbeat before it is given to another worker
 * @param heartbeatEvery how often the worker reports
 * @param resumeFrom training state that an earlier attempt published last, if any
 * @param client id of the API key whose work it is; absent in offers of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunTask(
    TaskId taskId,
    RunId runId,
    String step,
    TaskKind kind,
    int attempt,
    TaskSpec spec,
    Duration lease,
    Duration heartbeatEvery,
    Instant offeredAt,
    @Nullable PrefixRef resumeFrom,
    @Nullable UUID client) {

  public RunTask {
    if (attempt < 1) {
      throw new IllegalArgumentException(
          "Attempts of task " + taskId + " count from 1, not " + attempt);
    }
  }
}
