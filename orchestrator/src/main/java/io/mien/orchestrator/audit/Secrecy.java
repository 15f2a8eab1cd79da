package io.mien.orchestrator.audit;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of a request must not be written down. It would rather hide too much. */
final class Secrecy {

  static final String HIDDEN = "…";

  private static final List<String> SECRETS =
      List.of("secret", "password", "token", "credential", "signature");

  /** Keys; and the person who is to be erased, or the audit would be what still knows them. */
  private static final Set<String> SECRET_FIELDS = Set.of("key", "subject");

  /** Many who take webhooks know their callers by the path alone. */
  private static final Set<String> CAPABILITIES = Set.of("url");

  private static final String SCHEME_ENDS = "://";

  private Secrecy() {}

  static boolean isSecret(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    return SECRET_FIELDS.contains(name) || SECRETS.stream().anyMatch(name::contains);
  }

  /** Whether the address in this field may be a secret as a whole. */
  static boolean isCapability(String field) {
    return CAPABILITIES.contains(field.toLowerCase(Locale.ROOT));
  }

  /** The text; of addresses in it neither who signs in nor what is behind the path. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(SCHEME_ENDS); at >= 0; at = text.indexOf(SCHEME_ENDS, from)) {
      int begin = at + SCHEME_ENDS.length();
      int end = endOfWord(text, begin);
      plain.append(text, from, begin).append(address(text.substring(begin, end)));
      from = end;
    }
    return plain.append(text, from, text.length()).toString();
  }

  /** Scheme and host of an address. */
  static String host(String address) {
    String plain = plain(address);
    int begin = plain.indexOf(SCHEME_ENDS);
    if (begin < 0) {
      return HIDDEN;
    }
    int path = plain.indexOf('/', begin + SCHEME_ENDS.length());
    return path < 0 ? plain : plain.substring(0, path + 1) + HIDDEN;
  }

  /** A password may have any character, so that all before the last @ is taken for one. */
  private static String address(String word) {
    int at = word.lastIndexOf('@');
    String place = word.substring(at + 1);
    int end = 0;
    while (end < place.length() && place.charAt(end) != '?' && place.charAt(end) != '#') {
      end++;
    }
    return (at < 0 ? "" : HIDDEN + "@")
        + place.substring(0, end)
        + (end < place.length() ? place.charAt(end) + HIDDEN : "");
  }

  private static int endOfWord(String text, int begin) {
    int end = begin;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
