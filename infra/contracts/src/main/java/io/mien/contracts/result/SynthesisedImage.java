package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.ObjectRef;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynthesisedImage(
    String crop,
    @Nullable String subject,
    @Nullable String source,
    String expression,
    ObjectRef image,
    @Nullable Integer width,
    @Nullable Integer height) {

  /** Of the crop's own size. */
  public SynthesisedImage(
      String crop,
      @Nullable String subject,
      @Nullable String source,
      String expression,
      ObjectRef image) {
    this(crop, subject, source, expression, image, null, null);
  }
}
