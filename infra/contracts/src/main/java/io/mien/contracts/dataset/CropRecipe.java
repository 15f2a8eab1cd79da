package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a photo becomes a crop. It travels with datasets and checkpoints, so that a photo sent to
 * synthesis is prepared exactly as in training.
 *
 * @param detector name and version of the detector, one of {@link Detectors#NAMES}
 * @param size side of the square crop in pixels
 * @param margin share of the face box added on each side, 0 to 1
 * @param alignEyes whether roll is removed by the line through the eyes
 * @param colour absent for that of the photo
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CropRecipe(
    String detector, int size, double margin, boolean alignEyes, @Nullable Colour colour) {

  public CropRecipe {
    if (size < 16 || size > 1024) {
      throw new IllegalArgumentException("Crop size is " + size + " pixels; choose 16 to 1024.");
    }
    if (margin < 0 || margin > 1) {
      throw new IllegalArgumentException("Crop margin is " + margin + "; choose 0 to 1.");
    }
    if (colour == Colour.RGB) {
      colour = null;
    }
  }

  /** In the photo's colour. */
  public CropRecipe(String detector, int size, double margin, boolean alignEyes) {
    this(detector, size, margin, alignEyes, null);
  }

  /** The same in another colour; null for that of the photo. */
  public CropRecipe in(@Nullable Colour other) {
    return new CropRecipe(detector, size, margin, alignEyes, other);
  }

  /** With another detector; one that takes a fixed part of the picture has nothing around it. */
  public CropRecipe with(String other) {
    return Detectors.searches(other)
        ? new CropRecipe(other, size, margin, alignEyes, colour)
        : new CropRecipe(other, size, 0, false, colour);
  }

  /** With another size. */
  public CropRecipe withSize(int other) {
    return new CropRecipe(detector, other, margin, alignEyes, colour);
  }

  /**
   * Side of the square that is cut out around a face box of this size, in the picture's pixels: the
   * longer side of the box with the margin at both ends.
   */
  public double side(double faceWidth, double faceHeight) {
    return Math.max(faceWidth, faceHeight) * (1 + 2 * margin);
  }
}
