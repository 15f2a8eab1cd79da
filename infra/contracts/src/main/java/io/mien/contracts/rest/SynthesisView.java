package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bulk synthesis: a run whose items are counted.
 *
 * @param items as far as they are known by now
 * @param etaSeconds until the last item, by the pace of now; null while there is none
 * @param resultsUrl JSON lines of the items that are done, at any time
 * @param errorsUrl JSON lines of the items that failed, at any time
 * @param archiveUrl ZIP of images, results and errors, at any time
 * @param error why the run as a whole ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynthesisView(
    RunId runId,
    String name,
    State state,
    CheckpointId checkpointId,
    Items items,
    @Nullable Long etaSeconds,
    @Nullable Instant deadline,
    Instant createdAt,
    @Nullable Instant finishedAt,
    String resultsUrl,
    String errorsUrl,
    String archiveUrl,
    @Nullable TaskError error) {

  /** How a synthesis stands. */
  public enum State {
    RUNNING,
    PAUSED,
    /** Being cancelled. */
    CANCELLING,
    /** Every item was done. */
    COMPLETED,
    /** Every item was done, but some images were not good enough. */
    COMPLETED_WITH_REJECTS,
    /** Every item was done or has its error. */
    COMPLETED_WITH_ERRORS,
    /** Nothing came of it. */
    FAILED,
    /** Somebody ended it; what was done by then stays. */
    CANCELLED,
    /** Its deadline ended it; what was done by then stays. */
    EXPIRED
  }

  /**
   * @param total null until the items have been read
   * @param succeeded done, with every image that was asked for
   * @param rejected done, but with images that were not good enough; known once their part has
   *     ended or left a state
   * @param waiting neither done nor failed; null until the items have been read
   * @param images of the items that are done, known likewise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Items(
      @Nullable Long total,
      long succeeded,
      long rejected,
      long failed,
      @Nullable Long waiting,
      long images) {}
}
