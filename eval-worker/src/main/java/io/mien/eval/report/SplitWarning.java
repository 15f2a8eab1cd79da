package io.mien.eval.report;

import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.result.Rate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the report says of the split: that it keeps people apart, or a warning that it does not. */
final class SplitWarning {

  private SplitWarning() {}

  /** A box at the top of the page; empty for a subject-disjoint split. */
  static String html(@Nullable SplitLeak leak) {
    if (leak == null) {
      return "";
    }
    Rate test = leak.test();
    return String.format(
        Locale.ROOT,
        """
        <p class='warning' role='alert'><b>This split leaks.</b> Images, not people, were split: %.1f %% of the test images (%d of %d) show
        a person of the training part. The figures on this page are inflated; use a subject-disjoint split to learn how well this works on
        other people.</p>
        """,
        test.value() * 100,
        test.hits(),
        test.total());
  }

  /** Whom the gallery shows. */
  static String people(@Nullable SplitLeak leak) {
    return leak == null
        ? "People that no network has seen in training."
        : "Test images of people who may be in the training part too.";
  }

  /** What is said of the people when the method is explained. */
  static String method(@Nullable SplitLeak leak, int subjects) {
    String sentence =
        leak == null
            ? "It and the generator learned from other people than the %d%ntest people of this report (subject-disjoint split)."
            : "Images were split at random: the %d%ntest people of this report may be in the training part too (leaking split).";
    return sentence.formatted(subjects);
  }
}
