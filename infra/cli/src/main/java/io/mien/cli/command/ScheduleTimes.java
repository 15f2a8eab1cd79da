package io.mien.cli.command;

import io.mien.contracts.rest.Overlap;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a schedule starts something. */
final class ScheduleTimes {

  @Option(
      names = "--cron",
      required = true,
      description =
          "minute, hour, day of month, month, day of week: \"0 2 * * 1-5\" is at two on weekdays")
  String cron;

  @Option(
      names = "--timezone",
      description = "of the times, such as Europe/Berlin (default: this machine's)")
  private @Nullable String timezone;

  @Option(
      names = "--overlap",
      description =
          "when the run before has not ended: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  Overlap overlap = Overlap.SKIP;

  String zone() {
    return Objects.requireNonNullElse(timezone, ZoneId.systemDefault().getId());
  }
}
