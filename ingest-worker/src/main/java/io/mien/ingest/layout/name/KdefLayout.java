package io.mien.ingest.layout.name;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.Poses;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.SourcePath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The Karolinska Directed Emotional Faces: {@code KDEF/AF01/AF01ANS.JPG} is session A of female 01,
 * angry, seen straight. Sessions A and B show the same people. Two of the 4,900 files lost letters
 * of their names (Lundqvist, Flykt and Öhman, 1998).
 */
public final class KdefLayout implements DatasetLayout {

  private static final NamePattern NAME =
      NamePattern.of("([AB])([FM])(\\d\\d)(AF|AN|DI|HA|NE|SA|SU)(FL|HL|S|HR|FR)\\.(?:jpe?g|png)");

  /** What the two malformed names mean. */
  private static final Map<String, String> MALFORMED =
      Map.of("AF31V.JPG", "AF31SAHL.JPG", "AM31H.JPG", "AM31SUHR.JPG");

  @Override
  public String name() {
    return Layouts.KDEF;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return NAME.reason(folder);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    return folder.listing(source -> picture(folder, source));
  }

  private static Picture picture(DatasetFolder folder, String source) {
    String name = SourcePath.name(source).toUpperCase(Locale.ROOT);
    return NAME.match(MALFORMED.getOrDefault(name, name))
        .map(told -> picture(folder, source, told))
        .orElseGet(() -> folder.unlabelled(source, "is not named as a picture of KDEF"));
  }

  private static Picture picture(DatasetFolder folder, String source, MatchResult told) {
    String gender = told.group(2);
    return folder.picture(
        source,
        gender + told.group(3),
        Label.of(told.group(4)),
        Map.of(
            Columns.SESSION, told.group(1),
            Columns.GENDER, gender.equals("F") ? "female" : "male",
            Columns.POSE, Poses.canonical(told.group(5)).orElseThrow()));
  }
}
