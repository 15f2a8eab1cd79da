package io.mien.cli.command;

import io.mien.cli.Mien;
import io.mien.cli.client.MienClient;
import io.mien.cli.synthesis.ErrorsTable;
import io.mien.cli.synthesis.ResultFolder;
import io.mien.cli.terminal.ItemCounts;
import io.mien.cli.terminal.SynthesisScreen;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Somebody who waits for a synthesis: sees its progress, gets its results and what failed. */
final class SynthesisFollow {

  private static final int MOST_TROUBLES = 10;

  private final ServerOptions server;
  private final MienClient client;
  private final Path out;
  private final SynthesisScreen screen = new SynthesisScreen(System.err);
  private @Nullable SynthesisView shown;

  /**
   * @param out folder for the results
   */
  SynthesisFollow(ServerOptions server, MienClient client, Path out) {
    this.server = server;
    this.client = client;
    this.out = out;
  }

  /** The exit code: 0 when every item was done and its images are saved. */
  int follow(RunId run) throws IOException, InterruptedException {
    try (ResultFolder folder = new ResultFolder(out, client)) {
      SynthesisView last = watch(folder, run);
      ErrorsTable errors = ErrorsTable.of(folder.errors());
      server.printLine(last, () -> report(last, errors));
      tell(folder, run);
      return last.state() == SynthesisView.State.COMPLETED && folder.troubles().isEmpty()
          ? 0
          : Mien.FAILED;
    }
  }

  private SynthesisView watch(ResultFolder folder, RunId run)
      throws IOException, InterruptedException {
    GoesOnNotice notice = new GoesOnNotice(run, out);
    try {
      return new SynthesisWatch(client, folder, this::show).follow(run);
    } finally {
      notice.withdraw();
    }
  }

  /** Of equal views only the first. The last one is the answer, which waits for its images. */
  private void show(SynthesisView view) {
    boolean same =
        shown != null && shown.state() == view.state() && shown.items().equals(view.items());
    if (same) {
      return;
    }
    shown = view;
    if (SynthesisWatch.isEnded(view)) {
      server.text(() -> screen.end(view));
    } else {
      server.printLine(view, () -> screen.show(view));
    }
  }

  private void report(SynthesisView last, ErrorsTable errors) {
    errors.print(System.out);
    SynthesisView.Items items = last.items();
    System.out.printf(
        "%d items done, %s: %s; %d images are in %s%n",
        items.succeeded(), ItemCounts.ofTheRest(items), ending(last), items.images(), out);
  }

  private static String ending(SynthesisView last) {
    String state = "synthesis %s is %s".formatted(last.runId(), last.state());
    return last.error() == null
        ? state
        : "%s, %s [%s]".formatted(state, last.error().message(), last.error().code());
  }

  private void tell(ResultFolder folder, RunId run) {
    folder.troubles().stream()
        .limit(MOST_TROUBLES)
        .forEach(trouble -> System.err.println("mien: Not saved: " + trouble));
    if (!folder.troubles().isEmpty()) {
      System.err.printf(
          "mien: %d images could not be saved. Try again with: mien synth resume %s --out '%s'%n",
          folder.troubles().size(), run, out);
    }
  }
}
