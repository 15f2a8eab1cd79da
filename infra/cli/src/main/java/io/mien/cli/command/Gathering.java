package io.mien.cli.command;

import io.mien.cli.synthesis.ResultFolder;
import io.mien.cli.terminal.ItemCounts;
import io.mien.contracts.rest.SynthesisView;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** Saves results while somebody watches, one round after the other. Not thread-safe. */
final class Gathering implements AutoCloseable {

  /**
   * Every round reads all lines: the next one waits until there is this share more, so that a
   * synthesis of any size is read about eleven times.
   */
  private static final long SHARE = 10;

  private final ResultFolder folder;
  private final ExecutorService beside = Executors.newSingleThreadExecutor();
  private Future<Boolean> round = CompletableFuture.completedFuture(true);
  private long gathered;

  Gathering(ResultFolder folder) {
    this.folder = folder;
  }

  /**
   * Starts a round when none is under way and there is enough that is new.
   *
   * @throws io.mien.cli.client.ServerAway when the server was away during the round before
   */
  void begin(SynthesisView view) throws IOException, InterruptedException {
    if (!round.isDone()) {
      return;
    }
    await();
    long done = ItemCounts.ended(view.items());
    if (done > gathered + gathered / SHARE) {
      gathered = done;
      round = beside.submit(all(view, complete -> {}));
    }
  }

  /** Saves what is missing of a synthesis that has ended. */
  void finish(SynthesisView view, LongConsumer progress) throws IOException, InterruptedException {
    await();
    round = beside.submit(all(view, progress));
    await();
  }

  @Override
  public void close() {
    beside.shutdownNow();
  }

  private Callable<Boolean> all(SynthesisView view, LongConsumer progress) {
    return () -> {
      folder.gather(view, progress);
      return true;
    };
  }

  private void await() throws IOException, InterruptedException {
    try {
      round.get();
    } catch (ExecutionException e) {
      round = CompletableFuture.completedFuture(true);
      gathered = 0;
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      if (e.getCause() instanceof IOException disk) {
        throw disk;
      }
      throw new IllegalStateException("Save the results", e);
    }
  }
}
