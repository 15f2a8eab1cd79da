package io.mien.cli.terminal;

import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.RejectedImage;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured of images, in words. */
public final class QualityText {

  private QualityText() {}

  /** {@code happy (0.93), identity 0.71}: what is seen, how probable the wanted label is. */
  public static String of(ImageQuality quality) {
    StringBuilder text = new StringBuilder();
    if (quality.shown() != null) {
      text.append(quality.shown());
    }
    if (quality.target() != null) {
      text.append(String.format(Locale.ROOT, " (%.2f)", quality.target()));
    }
    if (quality.identity() != null) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(String.format(Locale.ROOT, "identity %.2f", quality.identity()));
    }
    return text.toString();
  }

  /** What was measured each time. */
  public static String of(RejectedImage image) {
    return image.expression()
        + " is rejected: "
        + image.attempts().stream().map(QualityText::of).collect(Collectors.joining(", "));
  }
}
