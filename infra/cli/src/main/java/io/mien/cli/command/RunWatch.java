package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.client.ProblemException;
import io.mien.cli.client.ServerAway;
import io.mien.cli.terminal.RunScreen;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows a run until it has ended, also while the server is away for a while. */
public final class RunWatch {

  private static final long EVERY_MS = 700;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MienClient client;
  private final Duration patience;

  public RunWatch(MienClient client) {
    this(client, PATIENCE);
  }

  /**
   * @param patience how long a server may be away
   */
  RunWatch(MienClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /** Shows the run's progress on standard output until it ends; returns its last state. */
  public RunView follow(RunId run) throws InterruptedException {
    RunScreen screen = new RunScreen(System.out, System.console() != null);
    return follow(run, screen::show);
  }

  /** Calls back with every view of the run until it ends; returns the last. */
  public RunView follow(RunId run, Consumer<RunView> viewer) throws InterruptedException {
    Absence absence =
        new Absence(
            patience, notice -> System.err.println("mien: " + notice + " The run goes on."));
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      Optional<RunView> view = look(run, absence);
      view.ifPresent(viewer);
      if (view.isPresent() && view.get().state().isTerminal()) {
        return view.get();
      }
      never.await(EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private Optional<RunView> look(RunId run, Absence absence) {
    try {
      RunView view = client.get("/v1/runs/" + run, RunView.class);
      absence.ended();
      return Optional.of(view);
    } catch (ServerAway | ProblemException | UncheckedIOException failure) {
      absence.suffered(failure);
      return Optional.empty();
    }
  }
}
