package io.mien.cli.terminal;

import io.mien.contracts.event.Progress;
import java.time.Duration;
import java.util.Locale;

/** One line of text for how far something is: bar, share, rate, time to go. */
public final class ProgressBar {

  private static final int WIDTH = 24;

  private ProgressBar() {}

  public static String of(Progress progress) {
    if (progress.total() <= 0) {
      return progress.phase()
          + (progress.done() > 0 ? " " + progress.done() + " " + progress.unit() : "");
    }
    double share = Math.min(1, (double) progress.done() / progress.total());
    int filled = (int) Math.round(share * WIDTH);
    return "%s%s %3.0f%% %d/%d %s%s · %s"
        .formatted(
            "█".repeat(filled),
            "░".repeat(WIDTH - filled),
            share * 100,
            progress.done(),
            progress.total(),
            progress.unit(),
            rateAndEta(progress),
            progress.phase());
  }

  private static String rateAndEta(Progress progress) {
    if (progress.perSecond() <= 0) {
      return "";
    }
    long left = Math.max(0, progress.total() - progress.done());
    Duration eta = Duration.ofSeconds((long) Math.ceil(left / progress.perSecond()));
    return String.format(Locale.ROOT, " %.1f/s ETA %s", progress.perSecond(), clock(eta));
  }

  /** {@code m:ss}, or {@code h:mm:ss} from an hour on. */
  public static String clock(Duration time) {
    long hours = time.toHours();
    return hours > 0
        ? "%d:%02d:%02d".formatted(hours, time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
