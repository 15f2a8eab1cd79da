package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses datasets that nothing can be learnt from, before the work where that can be known. */
final class Usability {

  /** Files that an error names, with what was found in each. */
  private static final int NAMED = 5;

  private Usability() {}

  /**
   * @throws InvalidInput {@code dataset-one-class} or {@code no-usable-faces}
   */
  static void check(DatasetFolder folder, DatasetListing listing) {
    Set<String> expressions =
        listing.pictures().stream()
            .filter(picture -> picture.label() instanceof Label.Known)
            .map(picture -> ((Label.Known) picture.label()).expression())
            .collect(Collectors.toCollection(TreeSet::new));
    if (expressions.isEmpty()) {
      throw new InvalidInput(
          "no-usable-faces",
          "Cannot ingest %s: none of its %d files is labelled with one of the seven expressions."
              .formatted(folder.root(), folder.files().size()));
    }
    requireTwo(folder, expressions, "are labelled");
  }

  /**
   * @throws InvalidInput {@code no-usable-faces} or {@code dataset-one-class}
   */
  static void check(DatasetFolder folder, Extracted extracted) {
    if (extracted.crops().isEmpty()) {
      throw new InvalidInput(
          "no-usable-faces",
          "Cannot ingest %s: none of its %d files gave a face: %s. %s"
              .formatted(folder.root(), extracted.files(), reasons(extracted), named(extracted)));
    }
    Set<String> expressions =
        extracted.crops().stream()
            .map(Outcome.Cropped::expression)
            .collect(Collectors.toCollection(TreeSet::new));
    requireTwo(folder, expressions, "gave faces (" + reasons(extracted) + ")");
  }

  private static void requireTwo(DatasetFolder folder, Set<String> expressions, String what) {
    if (expressions.size() < 2) {
      throw new InvalidInput(
          "dataset-one-class",
          "Cannot ingest %s: only pictures of '%s' %s; two expressions are needed at least."
              .formatted(folder.root(), String.join(", ", expressions), what));
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
    Map<Rejection.Code, Integer> counts = new TreeMap<>();
    extracted.rejections().forEach(each -> counts.merge(each.code(), 1, Integer::sum));
    return counts.isEmpty()
        ? "nothing rejected"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }
}
