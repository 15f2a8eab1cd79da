package io.mien.ingest.layout.name;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.ingest.image.GreyTiffFile;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.layout.Picture;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The Japanese Female Facial Expression database: {@code KA.AN1.39.tiff} is the first angry picture
 * of KA, the 39th of all (Lyons et al., 1998). Its grey TIFFs are read too.
 */
public final class JaffeLayout implements DatasetLayout {

  private static final NamePattern NAME =
      NamePattern.of("(\\p{L}{2})\\.(AN|DI|FE|HA|NE|SA|SU)(\\d+)\\.(\\d+)\\.(?:tiff?|png|jpe?g)");

  @Override
  public String name() {
    return Layouts.JAFFE;
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
    return NAME.match(source)
        .map(told -> picture(folder, source, told))
        .orElseGet(() -> folder.unlabelled(source, "is not named as a picture of JAFFE"));
  }

  private static Picture picture(DatasetFolder folder, String source, MatchResult told) {
    return new Picture(
        source,
        told.group(1).toUpperCase(Locale.ROOT),
        Label.of(told.group(2)),
        Map.of(Columns.TAKE, told.group(3)),
        new GreyTiffFile(folder.file(source)));
  }
}
