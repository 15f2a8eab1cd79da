package io.mien.networks.training;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Random changes of training images, each drawn anew for every image and iteration. Values stay in
 * [-1, 1].
 *
 * @param flip mirror half of the images; labels that name a side ({@code half-left}) change to the
 *     other one with them
 * @param shift largest shift in pixels, the border is repeated
 * @param contrast largest relative change of contrast, such as 0.1
 * @param brightness largest shift of brightness on the scale [-1, 1]
 * @param warp rotation and change of size; none when absent
 * @param erasing of a rectangle, after everything else; none when absent
 */
public record Augmentation(
    boolean flip, int shift, double contrast, double brightness, Warp warp, Erasing erasing) {
  public Augmentation(
      boolean flip,
      int shift,
      double contrast,
      double brightness,
      @Nullable Warp warp,
      @Nullable Erasing erasing) {
    if (shift < 0 || !(contrast >= 0 && contrast < 1) || !(brightness >= 0 && brightness < 1)) {
      throw new IllegalArgumentException(
          "Augmentation needs shift >= 0, 0 <= contrast < 1, 0 <= brightness < 1; found %d, %s, %s."
              .formatted(shift, contrast, brightness));
    }
    this.flip = flip;
    this.shift = shift;
    this.contrast = contrast;
    this.brightness = brightness;
    this.warp = Objects.requireNonNullElse(warp, Warp.none());
    this.erasing = Objects.requireNonNullElse(erasing, Erasing.none());
  }

  public Augmentation(boolean flip, int shift, double contrast, double brightness) {
    this(flip, shift, contrast, brightness, Warp.none(), Erasing.none());
  }

  public static Augmentation none() {
    return new Augmentation(false, 0, 0, 0);
  }

  public static Augmentation flipOnly() {
    return new Augmentation(true, 0, 0, 0);
  }
}
