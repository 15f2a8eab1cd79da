package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.RunScreen;
import io.mien.contracts.RunState;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.TaskResult;

/**
 * A run of one step that somebody waits for. Its progress goes to standard error, so that standard
 * output holds the answer alone.
 */
final class OneStepRun {

  private final MienClient client;
  private final String what;

  /**
   * @param what is done, for the message of a failure
   */
  OneStepRun(MienClient client, String what) {
    this.client = client;
    this.what = what;
  }

  /**
   * Waits for the run's end.
   *
   * @throws InvalidInput {@code run-failed} with the worker's reason
   */
  <T extends TaskResult> T await(RunId run, Class<T> type) throws InterruptedException {
    RunScreen screen = new RunScreen(System.err, System.console() != null);
    RunView ended = new RunWatch(client).follow(run, screen::show);
    TaskView task = ended.steps().get(0).task();
    TaskResult result = task == null ? null : task.result();
    if (ended.state() == RunState.SUCCEEDED && result != null) {
      return type.cast(result);
    }
    TaskError error = task == null ? null : task.error();
    throw new InvalidInput(
        "run-failed",
        error == null
            ? "%s: run %s is %s.".formatted(what, run, ended.state())
            : "%s: %s [%s]".formatted(what, error.message(), error.code()));
  }
}
