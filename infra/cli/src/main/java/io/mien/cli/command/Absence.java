package io.mien.cli.command;

import io.mien.cli.client.ProblemException;
import io.mien.cli.client.ServerAway;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long a server that does not answer is waited for: an application that died is started again
 * within seconds, and its runs go on without anybody watching. Not thread-safe.
 */
final class Absence {

  private static final int UNAVAILABLE = 503;

  private final Duration patience;
  private final Consumer<String> notices;
  private long since;
  private boolean lasting;

  Absence(Duration patience, Consumer<String> notices) {
    this.patience = patience;
    this.notices = notices;
  }

  /** The server has answered. */
  void ended() {
    lasting = false;
  }

  /** Returns to be asked again; throws what happened when that is no absence, or lasts too long. */
  void suffered(RuntimeException failure) {
    if (!isAbsence(failure)) {
      throw failure;
    }
    if (!lasting) {
      lasting = true;
      since = System.nanoTime();
      notices.accept(
          "%s Trying again for up to %d s.".formatted(failure.getMessage(), patience.toSeconds()));
    } else if (System.nanoTime() - since > patience.toNanos()) {
      throw failure;
    }
  }

  /** Nothing answered, the answer broke off, or the server said that it is not ready. */
  private static boolean isAbsence(RuntimeException failure) {
    return failure instanceof ServerAway
        || failure instanceof UncheckedIOException
        || (failure instanceof ProblemException refused
            && refused.problem().status() == UNAVAILABLE);
  }
}
