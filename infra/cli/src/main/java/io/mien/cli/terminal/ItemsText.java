package io.mien.cli.terminal;

import io.mien.contracts.rest.SynthesisView;

/** How many items of a synthesis are where, in words. */
public final class ItemsText {

  private ItemsText() {}

  /** Those that are not simply done; rejected ones only where there are some. */
  public static String ofTheRest(SynthesisView.Items items) {
    String failed = items.failed() + " failed";
    return items.rejected() == 0 ? failed : items.rejected() + " rejected, " + failed;
  }
}
