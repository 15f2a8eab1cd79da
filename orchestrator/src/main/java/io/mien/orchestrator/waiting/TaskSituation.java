package io.mien.orchestrator.waiting;

import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.queue.KindSlots;
import io.mien.orchestrator.task.Lane;
import org.jspecify.annotations.Nullable;

/**
 * What a task's getting on depends on, at one moment.
 *
 * @param lane those of lanes behind it come after it
 * @param held whether its run is paused
 * @param backoffSeconds until its next attempt may be offered; 0 or less when it may
 * @param offersExpired how many of its offers in a row nobody took
 * @param silentSeconds since its worker was heard of last; 0 when it is not running
 * @param yielding whether it was asked to make room
 */
record TaskSituation(
    TaskId taskId,
    TaskKind kind,
    TaskState state,
    Lane lane,
    boolean held,
    double backoffSeconds,
    int offersExpired,
    @Nullable String workerId,
    double silentSeconds,
    boolean yielding,
    Surroundings around) {

  /**
   * The rest of the queue.
   *
   * @param pauseReason why its kind is paused; null when it is not
   * @param slots of its kind
   * @param ahead tasks of its kind that come before it and wait for nothing else
   * @param client name of its client's key
   * @param mostRunning how many tasks its client may have; null when there is no limit
   * @param clientActive how many its client has
   * @param startsPerMinute how many its client may begin in a minute; null when there is no limit
   * @param clientStarted how many its client began in the last minute
   * @param typicalSeconds that such a step took before; null when there was none
   */
  record Surroundings(
      @Nullable String pauseReason,
      KindSlots slots,
      int ahead,
      @Nullable String client,
      @Nullable Integer mostRunning,
      int clientActive,
      @Nullable Integer startsPerMinute,
      int clientStarted,
      @Nullable Double typicalSeconds) {}
}
