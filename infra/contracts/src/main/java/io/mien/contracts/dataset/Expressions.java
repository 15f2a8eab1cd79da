package io.mien.contracts.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The canonical expression labels and the synonyms that datasets use for them. */
public final class Expressions {

  /** Canonical order. Contempt is an eighth, kept apart. */
  public static final List<String> CANONICAL =
      List.of("neutral", "happy", "sad", "surprised", "disgusted", "angry", "fearful");

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("anger", "angry"),
          Map.entry("an", "angry"),
          Map.entry("disgust", "disgusted"),
          Map.entry("di", "disgusted"),
          Map.entry("fear", "fearful"),
          Map.entry("afraid", "fearful"),
          Map.entry("af", "fearful"),
          Map.entry("fe", "fearful"),
          Map.entry("happiness", "happy"),
          Map.entry("ha", "happy"),
          Map.entry("joy", "happy"),
          Map.entry("sadness", "sad"),
          Map.entry("sa", "sad"),
          Map.entry("surprise", "surprised"),
          Map.entry("su", "surprised"),
          Map.entry("ne", "neutral"),
          Map.entry("contemptuous", "contempt"));

  private Expressions() {}

  /**
   * The canonical label for a dataset's own word, in any case; empty when the word is not an
   * expression.
   */
  public static Optional<String> canonical(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    String label = SYNONYMS.getOrDefault(lower, lower);
    return CANONICAL.contains(label) || label.equals("contempt")
        ? Optional.of(label)
        : Optional.empty();
  }
}
