package io.mien.ingest.layout.name;

import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.dataset.Poses;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.NamePattern;
import io.mien.ingest.layout.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The Radboud Faces Database: {@code Rafd090_28_Caucasian_male_angry_frontal.jpg} is model 28 from
 * the camera in front (Langner et al., 2010). Ten of the 67 models are children, group {@code Kid};
 * they are excluded unless asked for.
 */
public final class RafdLayout implements DatasetLayout {

  private static final NamePattern NAME =
      NamePattern.of(
          "Rafd(000|045|090|135|180)_(\\d\\d)_(\\p{L}+)_(male|female)_(\\p{L}+)_(left|frontal|right)\\.(?:jpe?g|png)");

  private static final String CHILDREN = "kid";
  private static final int FRONTAL = 90;

  @Override
  public String name() {
    return Layouts.RAFD;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return NAME.reason(folder);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    boolean children = options.children() == Inclusion.INCLUDE;
    List<Picture> pictures = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>(folder.unreadable());
    for (String source : folder.files()) {
      Optional<MatchResult> told = NAME.match(source);
      boolean child =
          told.map(match -> match.group(3).equalsIgnoreCase(CHILDREN))
              .orElseGet(() -> source.toLowerCase(Locale.ROOT).contains("_" + CHILDREN + "_"));
      if (child && !children) {
        String detail = "shows a child; children are taken only when they are asked for";
        rejections.add(new Rejection(source, Rejection.Code.MINOR, detail));
      } else if (told.isEmpty()) {
        pictures.add(folder.unlabelled(source, "is not named as a picture of RaFD"));
      } else {
        pictures.add(picture(folder, source, told.get()));
      }
    }
    return new DatasetListing(pictures, rejections);
  }

  private static Picture picture(DatasetFolder folder, String source, MatchResult told) {
    return folder.picture(
        source,
        told.group(2),
        Label.of(told.group(5)),
        Map.of(
            Columns.POSE,
            pose(told.group(1)),
            Columns.GENDER,
            told.group(4).toLowerCase(Locale.ROOT),
            Columns.GAZE,
            told.group(6).toLowerCase(Locale.ROOT),
            "group",
            told.group(3).toLowerCase(Locale.ROOT)));
  }

  /** The cameras stand in a half circle, so that the angle less 90 degrees is the yaw. */
  private static String pose(String camera) {
    int yaw = Integer.parseInt(camera) - FRONTAL;
    return Poses.canonical(Integer.toString(yaw)).orElseThrow();
  }
}
