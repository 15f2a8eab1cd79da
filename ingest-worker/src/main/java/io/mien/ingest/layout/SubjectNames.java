package io.mien.ingest.layout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Persons that file names tell of, by the documented patterns of public datasets:
 *
 * <ul>
 *   <li>a participant's code before {@code _} or {@code -}: {@code P0001_03.png}, {@code
 *       S010_004_00000017.png} (CK+)
 *   <li>a person's name before a four-digit number: {@code Andre_Agassi_0034.jpg} (LFW)
 * </ul>
 */
public final class SubjectNames {

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("^([A-Z]{1,3}\\d{2,6})[_-].+$"),
          Pattern.compile("^(\\p{Lu}[^_]*(?:_[^_\\d]+)+)_\\d{4}\\.[^.]+$"));

  private SubjectNames() {}

  /**
   * @param source path relative to the dataset's root
   */
  public static Optional<String> in(String source) {
    String name = SourcePath.name(source);
    return PATTERNS.stream()
        .map(pattern -> pattern.matcher(name))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }
}
