package io.mien.cli.terminal;

import io.mien.contracts.event.Progress;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Shows one piece of work as it goes: on a terminal in one line that is written anew, into a file
 * or a pipe as a line for each tenth.
 */
public final class ProgressLine implements Consumer<Progress> {

  private final PrintStream out;
  private final boolean interactive;
  private long tenth = -1;

  public ProgressLine(PrintStream out) {
    this(out, System.console() != null);
  }

  ProgressLine(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  @Override
  public void accept(Progress progress) {
    long now = progress.total() > 0 ? progress.done() * 10 / progress.total() : 0;
    boolean end = progress.done() >= progress.total();
    if (interactive) {
      out.print("\r" + ProgressBar.of(progress) + "\u001b[K" + (end ? "\n" : ""));
      out.flush();
    } else if (now != tenth) {
      out.println(ProgressBar.of(progress));
    }
    tenth = now;
  }

  /** Goes on below a line whose work ended before it was all done. */
  public void end() {
    if (interactive) {
      out.println();
    }
  }
}
