package io.mien.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns the terminal has, which the JDK does not tell. */
final class TerminalWidth {

  static final int USUAL = 80;

  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ ([1-9]\\d{0,3})");

  private TerminalWidth() {}

  /** As {@code stty} says, else as {@code $COLUMNS} says, else {@value #USUAL}. */
  static int current() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return of(answer, System.getenv().getOrDefault("COLUMNS", ""));
    } catch (IOException noTerminal) {
      return of("", System.getenv().getOrDefault("COLUMNS", ""));
    }
  }

  /**
   * @param stty what {@code stty size} printed: rows and columns
   * @param columns value of {@code $COLUMNS}, or empty
   */
  static int of(String stty, String columns) {
    Matcher size = ROWS_AND_COLUMNS.matcher(stty.strip());
    if (size.matches()) {
      return Integer.parseInt(size.group(1));
    }
    return columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : USUAL;
  }
}
