package io.mien.contracts.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which form generated pictures are wanted.
 *
 * @param size side of the squares in pixels; absent for the generator's own
 * @param format absent for {@link ImageFormat#PNG}
 * @param intensity how far from the photo, 0, to what was generated, 1: both are blended pixel by
 *     pixel, since the networks only ever learnt whole expressions; absent for 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageForm(
    @Nullable Integer size, @Nullable ImageFormat format, @Nullable Double intensity) {

  public static final int SMALLEST = 16;
  public static final int LARGEST = 2048;

  /** As the generator makes them. */
  public static final ImageForm PLAIN = new ImageForm(null, null, null);

  public ImageForm {
    if (size != null && (size < SMALLEST || size > LARGEST)) {
      throw new IllegalArgumentException(
          "Size is %d pixels; choose %d to %d.".formatted(size, SMALLEST, LARGEST));
    }
    if (intensity != null && !(intensity > 0 && intensity <= 1)) {
      throw new IllegalArgumentException(
          "Intensity is " + intensity + "; choose more than 0, and at most 1.");
    }
    if (format == ImageFormat.PNG) {
      format = null;
    }
    if (intensity != null && intensity == 1) {
      intensity = null;
    }
  }

  /** The format, the usual one where none is named. */
  public ImageFormat encoding() {
    return Objects.requireNonNullElse(format, ImageFormat.PNG);
  }

  /** The share of what was generated, more than 0 to 1. */
  public double share() {
    return Objects.requireNonNullElse(intensity, 1.0);
  }
}
