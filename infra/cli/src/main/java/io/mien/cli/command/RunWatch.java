package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.RunScreen;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows a run until it has ended. */
public final class RunWatch {

  private static final long EVERY_MS = 700;

  private final MienClient client;

  public RunWatch(MienClient client) {
    this.client = client;
  }

  /** Shows the run's progress on standard output until it ends; returns its last state. */
  public RunView follow(RunId run) throws InterruptedException {
    RunScreen screen = new RunScreen(System.out, System.console() != null);
    return follow(run, screen::show);
  }

  /** Calls back with every view of the run until it ends; returns the last. */
  public RunView follow(RunId run, Consumer<RunView> viewer) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      RunView view = client.get("/v1/runs/" + run, RunView.class);
      viewer.accept(view);
      if (view.state().isTerminal()) {
        return view;
      }
      never.await(EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }
}
