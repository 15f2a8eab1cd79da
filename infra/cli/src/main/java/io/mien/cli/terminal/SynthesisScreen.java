package io.mien.cli.terminal;

import io.mien.contracts.event.Progress;
import io.mien.contracts.rest.SynthesisView;
import java.io.PrintStream;

/** Shows how many items of a synthesis are done, at which rate, and the time to go. */
public final class SynthesisScreen {

  private final PrintStream out;
  private final ProgressLine line;
  private boolean waited;

  public SynthesisScreen(PrintStream out) {
    this.out = out;
    this.line = new ProgressLine(out);
  }

  public void show(SynthesisView view) {
    Long total = view.items().total();
    if (total != null && total > 0) {
      line.accept(progress(view, total));
    } else if (!waited) {
      waited = true;
      out.println("Reading the items of %s".formatted(view.name()));
    }
  }

  /** Shows the last one. */
  public void end(SynthesisView last) {
    show(last);
    Long total = last.items().total();
    if (total != null && done(last) < total) {
      line.end();
    }
  }

  static Progress progress(SynthesisView view, long total) {
    long done = done(view);
    Long eta = view.etaSeconds();
    double perSecond =
        eta == null || done >= total ? 0 : (double) (total - done) / Math.max(1, eta);
    return new Progress(phase(view), "items", done, total, perSecond);
  }

  private static long done(SynthesisView view) {
    return ItemCounts.ended(view.items());
  }

  private static String phase(SynthesisView view) {
    String phase =
        switch (view.state()) {
          case PAUSED -> "paused";
          case CANCELLING -> "cancelling";
          case CANCELLED -> "cancelled";
          case EXPIRED -> "out of time";
          case RUNNING, COMPLETED, COMPLETED_WITH_REJECTS, COMPLETED_WITH_ERRORS, FAILED ->
              "synthesise";
        };
    long failed = view.items().failed();
    return failed == 0 ? phase : phase + " · " + failed + " failed";
  }
}
