package io.mien.cli.terminal;

import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.result.Rate;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Said of a split of images beside everything that was measured on it. */
public final class LeakWarning {

  private LeakWarning() {}

  /** Prints a sentence, or nothing for a split that keeps people apart. */
  public static void print(@Nullable SplitLeak leak, PrintStream out) {
    if (leak == null) {
      return;
    }
    Rate seen = leak.test();
    out.printf(
        Locale.ROOT,
        "WARNING: this split leaks. %.1f %% of the test images (%d of %d) show a person of the training part; measures are inflated.%n",
        seen.value() * 100,
        seen.hits(),
        seen.total());
  }
}
