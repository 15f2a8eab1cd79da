package io.mien.cli.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * Reads {@code 2026-11-27T08:00:00Z}, or how long from now: {@code 2h}, {@code 1d12h}, {@code 90m}.
 */
final class Deadline implements ITypeConverter<Instant> {

  private static final Pattern SHORT =
      Pattern.compile("(?=.)(\\d+d)?((?:\\d+h)?(?:\\d+m)?(?:\\d+s)?)");

  private final Clock clock;

  Deadline() {
    this(Clock.systemUTC());
  }

  Deadline(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    try {
      return text.contains(":")
          ? OffsetDateTime.parse(text).toInstant()
          : clock.instant().plus(duration(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no point in time; write 2026-11-27T08:00:00Z, or how long from now as 2h."
              .formatted(text),
          e);
    }
  }

  private static Duration duration(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    var parts = SHORT.matcher(lower);
    if (!parts.matches()) {
      return Duration.parse(text);
    }
    String days = parts.group(1) == null ? "" : parts.group(1);
    String time = parts.group(2).isEmpty() ? "" : "t" + parts.group(2);
    return Duration.parse("p" + days + time);
  }
}
