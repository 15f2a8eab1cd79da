package io.mien.cli.command;

import io.mien.contracts.id.RunId;
import java.nio.file.Path;

/** Until it is withdrawn, Ctrl-C says that the synthesis goes on, and how to come back to it. */
final class GoesOnNotice {

  private final Thread atExit;

  GoesOnNotice(RunId run, Path out) {
    String notice =
        "%nmien: The synthesis goes on. Come back with: mien synth resume %s --out '%s'%n"
            .formatted(run, out);
    atExit = new Thread(() -> System.err.print(notice), "goes-on-notice");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  void withdraw() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException atTheEnd) {
      // Java is about to end, and the notice is said.
    }
  }
}
