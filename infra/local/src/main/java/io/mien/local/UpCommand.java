package io.mien.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mien up}: the whole system on this machine, until Ctrl-C. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start the whole system on this machine, until Ctrl-C.")
public final class UpCommand implements Runnable {

  @Mixin private LocalOptions options;

  @Override
  public void run() {
    try (LocalSession session = LocalSession.open(options.settings("data"))) {
      System.out.println(
          "Next, in another terminal: mien dataset add PATH. Ctrl-C stops everything; the data stay.");
      session.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
