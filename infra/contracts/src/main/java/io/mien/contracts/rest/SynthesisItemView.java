package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.synthesis.FailedItem;
import org.jspecify.annotations.Nullable;

/**
 * One item of a bulk synthesis, and what became of it by now.
 *
 * @param line of the JSON lines, or number of the file in its source, from 1
 * @param part number of its part, from 0; absent when its line could not be begun
 * @param taskId which had it last, or has it now; absent likewise
 * @param attempt of that task; 0 before the first
 * @param result its line of the results, with links; once it is succeeded or rejected
 * @param error its line of the errors; once it has failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynthesisItemView(
    String customId,
    State state,
    int line,
    @Nullable Integer part,
    @Nullable TaskId taskId,
    @Nullable Integer attempt,
    @Nullable Object result,
    @Nullable FailedItem error) {

  /** How an item stands. */
  public enum State {
    /** Its part waits to be prepared. */
    QUEUED,
    /** The faces of its part are found and cropped. */
    PREPARING,
    /** Its part waits to be generated. */
    PREPARED,
    /** The images of its part are generated. */
    GENERATING,
    /** Done, with every image that was asked for. */
    SUCCEEDED,
    /** Done, but with images that were not good enough. */
    REJECTED,
    /** It has its error. */
    FAILED
  }
}
