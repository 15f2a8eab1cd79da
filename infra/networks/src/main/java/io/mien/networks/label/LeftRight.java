package io.mien.networks.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels that name a side, such as {@code half-left}: a mirrored picture shows the other one. */
final class LeftRight {
  private static final Pattern SIDE = Pattern.compile("(?<!\\p{L})([Ll]eft|[Rr]ight)(?!\\p{L})");

  private LeftRight() {}

  /** The same name with its sides swapped; a name without a side is returned as it is. */
  static String mirrored(String name) {
    return SIDE.matcher(name).replaceAll(side -> Matcher.quoteReplacement(other(side.group())));
  }

  private static String other(String side) {
    return switch (side) {
      case "left" -> "right";
      case "Left" -> "Right";
      case "right" -> "left";
      default -> "Left";
    };
  }
}
