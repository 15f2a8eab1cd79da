package io.mien.cli.terminal;

import io.mien.contracts.dataset.NearDuplicates;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Said of a dataset whose crops look nearly the same. */
public final class NearDuplicateWarning {

  private NearDuplicateWarning() {}

  /** Prints how many pairs there are and names those that may leak; nothing when there are none. */
  public static void print(@Nullable NearDuplicates near, PrintStream out) {
    if (near == null || near.pairs() == 0) {
      return;
    }
    out.printf(
        "%d pairs of crops look nearly the same, %d of them of different subjects.%n",
        near.pairs(), near.acrossSubjects());
    if (near.acrossParts() == 0) {
      return;
    }
    out.printf(
        "WARNING: %d pairs of different subjects are in different parts of the split. If they show one person, the split leaks:%n",
        near.acrossParts());
    near.leaks()
        .forEach(
            pair ->
                out.printf(
                    "  %s and %s (%d of 64 bits differ)%n",
                    pair.first(), pair.second(), pair.distance()));
  }
}
