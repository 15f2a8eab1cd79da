package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Picture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Refuses datasets that nothing can be learnt from, before the work where that can be known. */
final class Usability {

  /** Files that an error names, with what was found in each. */
  private static final int NAMED = 5;

  private final DatasetFolder folder;
  private final LayoutOptions options;

  Usability(DatasetFolder folder, LayoutOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * @throws InvalidInput {@code dataset-one-class} or {@code no-usable-faces}
   */
  void check(DatasetListing listing) {
    List<Picture> usable = listing.pictures().stream().filter(Picture::isUsable).toList();
    if (usable.isEmpty()) {
      throw new InvalidInput(
          "no-usable-faces",
          "Cannot ingest %s: none of its %d files is labelled with one of the seven expressions."
              .formatted(folder.root(), folder.files().size()));
    }
    requireLabels(usable, "are labelled");
  }

  /**
   * @throws InvalidInput {@code no-usable-faces} or {@code dataset-one-class}
   */
  void check(Extracted extracted) {
    check(
        extracted.crops().stream().map(Outcome.Cropped::picture).toList(), extracted.rejections());
  }

  /**
   * @param crops pictures that give crops
   * @throws InvalidInput {@code no-usable-faces} or {@code dataset-one-class}
   */
  void check(List<Picture> crops, List<Rejection> rejections) {
    if (crops.isEmpty()) {
      throw new InvalidInput(
          "no-usable-faces",
          "Cannot ingest %s: none of its %d files gave a face: %s. %s"
              .formatted(folder.root(), rejections.size(), reasons(rejections), named(rejections)));
    }
    requireLabels(crops, "gave faces (" + reasons(rejections) + ")");
  }

  /** Something that can be learned, unless pictures without labels were asked for. */
  private void requireLabels(List<Picture> pictures, String what) {
    LearnableLabels labels = LearnableLabels.of(pictures);
    if (labels.any() || options.unlabelled() == Inclusion.INCLUDE) {
      return;
    }
    String columns =
        labels.others().isEmpty()
            ? ""
            : " The columns %s tell no attribute: too few people share a value, or they number or measure something."
                .formatted(labels.others());
    throw new InvalidInput(
        "dataset-one-class",
        "Cannot ingest %s: only pictures of '%s' %s; two expressions are needed at least, or two poses, or an attribute that differs.%s"
            .formatted(folder.root(), String.join(", ", labels.expressions()), what, columns));
  }

  /** {@code a.jpg: no face was found in 80x80; b.jpg: …; and 13 more.} */
  private static String named(List<Rejection> rejections) {
    int more = rejections.size() - NAMED;
    return rejections.stream()
        .limit(NAMED)
        .map(each -> each.source() + ": " + each.detail())
        .collect(Collectors.joining("; ", "", more > 0 ? "; and " + more + " more." : "."));
  }

  /** {@code 12 NO_FACE, 3 TRUNCATED}. */
  static String reasons(List<Rejection> rejections) {
    Map<Rejection.Code, Integer> counts = new TreeMap<>();
    rejections.forEach(each -> counts.merge(each.code(), 1, Integer::sum));
    return counts.isEmpty()
        ? "nothing rejected"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }
}
