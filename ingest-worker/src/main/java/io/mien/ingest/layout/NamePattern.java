package io.mien.ingest.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a dataset names the files of its pictures, in any case; what it tells is in the groups. */
public final class NamePattern {

  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp", "gif");

  private final Pattern pattern;

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @param regex of the whole name, without folders
   */
  public static NamePattern of(String regex) {
    return new NamePattern(Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
  }

  /** What the name of a file tells; empty when it is another kind of name. */
  public Optional<MatchResult> match(String source) {
    Matcher matcher = pattern.matcher(SourcePath.name(source));
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  /** Says how many pictures have such names, when at least half of them have. */
  public Optional<String> reason(DatasetFolder folder) {
    long pictures = folder.files().stream().filter(NamePattern::isPicture).count();
    long matching = folder.files().stream().filter(source -> match(source).isPresent()).count();
    if (matching == 0 || 2 * matching < pictures) {
      return Optional.empty();
    }
    String example =
        folder.files().stream().filter(source -> match(source).isPresent()).findFirst().orElse("");
    return Optional.of(
        "%d of its %d pictures are named like %s".formatted(matching, pictures, example));
  }

  /** Whether a file is called a picture, be it of a format that is read or not. */
  public static boolean isPicture(String source) {
    String extension = source.substring(source.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return EXTENSIONS.contains(extension);
  }
}
