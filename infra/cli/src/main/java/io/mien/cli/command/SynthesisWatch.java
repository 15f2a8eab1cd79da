package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.client.ProblemException;
import io.mien.cli.client.ServerAway;
import io.mien.cli.synthesis.ResultFolder;
import io.mien.cli.terminal.ItemCounts;
import io.mien.cli.terminal.ProgressLine;
import io.mien.contracts.event.Progress;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows a synthesis until it has ended and saves its results as they come, also while the server
 * is away for a while.
 */
final class SynthesisWatch {

  private static final long SOONEST_MS = 700;
  private static final long LATEST_MS = 3_000;

  /** Looks at what takes long more rarely: every thirtieth of the time so far. */
  private static final long LOOKS = 30;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MienClient client;
  private final ResultFolder folder;
  private final Consumer<SynthesisView> viewer;
  private final CountDownLatch never = new CountDownLatch(1);

  SynthesisWatch(MienClient client, ResultFolder folder, Consumer<SynthesisView> viewer) {
    this.client = client;
    this.folder = folder;
    this.viewer = viewer;
  }

  /** What is done when the server may be away. */
  @FunctionalInterface
  private interface Attempt<T> {

    T make() throws IOException, InterruptedException;
  }

  /** Returns its last state, with everything saved that could be. */
  SynthesisView follow(RunId run) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Absence ofServer = absence();
    Absence ofResults = absence();
    try (Gathering gathering = new Gathering(folder)) {
      while (true) {
        Optional<SynthesisView> seen =
            attempt(ofServer, () -> client.get("/v1/syntheses/" + run, SynthesisView.class));
        if (seen.isPresent()) {
          SynthesisView view = seen.get();
          viewer.accept(view);
          Attempt<SynthesisView> save = () -> save(gathering, view);
          if (attempt(ofResults, save).isPresent() && isEnded(view)) {
            return view;
          }
        }
        long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        long pause = Math.max(SOONEST_MS, Math.min(LATEST_MS, since / LOOKS));
        never.await(pause, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static SynthesisView save(Gathering gathering, SynthesisView view)
      throws IOException, InterruptedException {
    if (!isEnded(view)) {
      gathering.begin(view);
      return view;
    }
    ProgressLine line = new ProgressLine(System.err);
    long items = ItemCounts.done(view.items());
    gathering.finish(
        view, complete -> line.accept(new Progress("save images", "items", complete, items, 0)));
    return view;
  }

  private static Absence absence() {
    return new Absence(
        PATIENCE, notice -> System.err.println("mien: " + notice + " The synthesis goes on."));
  }

  private static <T> Optional<T> attempt(Absence absence, Attempt<T> attempt)
      throws IOException, InterruptedException {
    try {
      T made = attempt.make();
      absence.ended();
      return Optional.of(made);
    } catch (ServerAway | ProblemException | UncheckedIOException failure) {
      absence.suffered(failure);
      return Optional.empty();
    }
  }

  /** Whether nothing more comes of it. */
  static boolean isEnded(SynthesisView view) {
    return switch (view.state()) {
      case RUNNING, PAUSED, CANCELLING -> false;
      case COMPLETED, COMPLETED_WITH_REJECTS, COMPLETED_WITH_ERRORS, FAILED, CANCELLED, EXPIRED ->
          true;
    };
  }
}
