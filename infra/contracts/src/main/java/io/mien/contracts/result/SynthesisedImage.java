package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.quality.ImageQuality;
import org.jspecify.annotations.Nullable;

/**
 * One generated image and where it came from; also a line of {@code items.jsonl} of a synthesis.
 *
 * @param crop key of the crop in its dataset, or of the prepared photo
 * @param subject the person, where known
 * @param source the crop's own expression, where known
 * @param expression the expression it was given
 * @param width in pixels; absent where it is the crop's own
 * @param height in pixels; absent where it is the crop's own
 * @param checkpoint SHA-256 of the manifest of another checkpoint that generated it; absent for the
 *     task's
 * @param intensity share of what was generated; absent for the task's
 * @param quality what was measured; absent when nothing was
 * @param reusedFrom the task of another request that generated it; absent when this one did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynthesisedImage(
    String crop,
    @Nullable String subject,
    @Nullable String source,
    String expression,
    ObjectRef image,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String checkpoint,
    @Nullable Double intensity,
    @Nullable ImageQuality quality,
    @Nullable TaskId reusedFrom) {

  /** Of the crop's own size. */
  public SynthesisedImage(
      String crop,
      @Nullable String subject,
      @Nullable String source,
      String expression,
      ObjectRef image) {
    this(crop, subject, source, expression, image, null, null, null, null, null, null);
  }
}
