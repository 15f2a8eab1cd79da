package io.mien.orchestrator.webhook;

/** As much of what others wrote as an operator wants to see. */
final class ShortText {

  private static final int MOST_CHARACTERS = 400;

  private ShortText() {}

  /** On one line, without what a database or a terminal would choke on. */
  static String of(String text) {
    return text.codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .limit(MOST_CHARACTERS)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
