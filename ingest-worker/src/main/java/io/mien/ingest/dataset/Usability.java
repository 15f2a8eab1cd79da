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
    LabelVariety variety = new LabelVariety();
    usable.forEach(
        picture -> variety.add(picture.subject(), picture.expression(), picture.attributes()));
    requireLabels(variety, "are labelled");
  }

  /**
   * @throws InvalidInput {@code no-usable-faces} or {@code dataset-one-class}
   */
  void check(Extracted extracted) {
    if (extracted.crops().isEmpty()) {
      throw new InvalidInput(
          "no-usable-faces",
          "Cannot ingest %s: none of its %d files gave a face: %s. %s"
              .formatted(folder.root(), extracted.files(), reasons(extracted), named(extracted)));
    }
    requireLabels(extracted.variety(), "gave faces (" + reasons(extracted) + ")");
  }

  /** Unless no labels were asked for. */
  private void requireLabels(LabelVariety variety, String what) {
    if (!variety.isThere() && options.unlabelled() != Inclusion.INCLUDE) {
      String columns =
          variety.others().isEmpty()
              ? ""
              : " The columns %s tell no attribute: too few people share a value, or they number or measure something."
                  .formatted(variety.others());
      throw new InvalidInput(
          "dataset-one-class",
          "Cannot ingest %s: only pictures of '%s' %s; two expressions are needed at least, or two poses, or an attribute that differs.%s"
              .formatted(folder.root(), String.join(", ", variety.expressions()), what, columns));
    }
  }

  /** {@code a.jpg: no face was found in 80x80; b.jpg: …; and 13 more.} */
  private static String named(Extracted extracted) {
    int more = extracted.rejections().size() - NAMED;
    return extracted.rejections().stream()
        .limit(NAMED)
        .map(each -> each.source() + ": " + each.detail())
        .collect(Collectors.joining("; ", "", more > 0 ? "; and " + more + " more." : "."));
  }

  /** {@code 12 NO_FACE, 3 TRUNCATED}. */
  static String reasons(Extracted extracted) {
    Map<Rejection.Code, Integer> counts = RejectionCounts.of(extracted.rejections());
    return counts.isEmpty()
        ? "nothing rejected"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }
}
