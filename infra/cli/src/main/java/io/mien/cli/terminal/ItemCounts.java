package io.mien.cli.terminal;

import io.mien.contracts.rest.SynthesisView;

/** How many items of a synthesis are where. */
public final class ItemCounts {

  private ItemCounts() {}

  /** Those that are done, whether all of their images were good enough or not. */
  public static long done(SynthesisView.Items items) {
    return items.succeeded() + items.rejected();
  }

  /** Those of which it is known what became of them. */
  public static long ended(SynthesisView.Items items) {
    return done(items) + items.failed();
  }

  /** In words, those that are not simply done; rejected ones only where there are some. */
  public static String ofTheRest(SynthesisView.Items items) {
    String failed = items.failed() + " failed";
    return items.rejected() == 0 ? failed : items.rejected() + " rejected, " + failed;
  }
}
