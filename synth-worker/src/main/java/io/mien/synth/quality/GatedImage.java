package io.mien.synth.quality;

import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.RejectedImage;
import io.mien.networks.image.RgbImage;
import io.mien.synth.image.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image as it was generated last.
 *
 * @param origin of the last attempt
 * @param otherCheckpoint SHA-256 of its manifest when it is not the task's; null when it is
 * @param share of what was generated, in the last attempt
 * @param isAccepted whether it is good enough
 * @param attempts what was measured each time; empty when nothing is
 */
public record GatedImage(
    String label,
    RgbImage image,
    Origin origin,
    @Nullable String otherCheckpoint,
    double share,
    boolean isAccepted,
    List<ImageQuality> attempts) {

  public GatedImage {
    attempts = List.copyOf(attempts);
  }

  /** What was measured last; null when nothing is. */
  public @Nullable ImageQuality quality() {
    return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
  }

  /** What is told of the images that are not good enough. */
  public static List<RejectedImage> rejected(List<GatedImage> images) {
    return images.stream()
        .filter(image -> !image.isAccepted())
        .map(image -> new RejectedImage(image.label(), image.attempts()))
        .toList();
  }
}
