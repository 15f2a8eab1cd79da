package io.mien.contracts.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The five yaw classes of KDEF and the words that datasets use for them. A mirrored picture shows
 * the pose of the other side.
 */
public final class Poses {

  /** From the full left profile, -90 degrees, over straight, 0, to the full right one, 90. */
  public static final List<String> CANONICAL =
      List.of("full-left", "half-left", "straight", "half-right", "full-right");

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("fl", "full-left"),
          Map.entry("hl", "half-left"),
          Map.entry("s", "straight"),
          Map.entry("hr", "half-right"),
          Map.entry("fr", "full-right"),
          Map.entry("-90", "full-left"),
          Map.entry("-45", "half-left"),
          Map.entry("0", "straight"),
          Map.entry("45", "half-right"),
          Map.entry("90", "full-right"),
          Map.entry("frontal", "straight"));

  private Poses() {}

  /** The canonical label for a dataset's own word, in any case; empty when it is no pose. */
  public static Optional<String> canonical(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    String label = SYNONYMS.getOrDefault(lower, lower);
    return CANONICAL.contains(label) ? Optional.of(label) : Optional.empty();
  }
}
