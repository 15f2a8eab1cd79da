package io.mien.local.demo;

import io.mien.cli.Mien;
import io.mien.local.LocalOptions;
import io.mien.local.LocalSession;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mien demo}: the whole job, from drawn faces to a report. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Draw faces, ingest, train, synthesise, evaluate and show the report.")
public final class DemoCommand implements Callable<Integer> {

  @Mixin private LocalOptions options;

  @Option(
      names = "--people",
      defaultValue = "200",
      description = "how many people to draw (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(
      names = "--preset",
      defaultValue = "demo",
      description = "preset of the run (default: ${DEFAULT-VALUE})")
  private String preset;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "another seed draws other people (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--exit", description = "end when the report is there, instead of staying up")
  private boolean exit;

  @Override
  public Integer call() throws IOException {
    DemoRequest request = new DemoRequest(people, preset, seed);
    try (LocalSession session = LocalSession.open(options.settings("demo"))) {
      boolean succeeded = new Demo(session, request).play();
      if (!exit) {
        System.out.println("The system stays up with its dashboard; Ctrl-C stops everything.");
        session.awaitEnd();
      }
      return succeeded ? 0 : Mien.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Mien.FAILED;
    }
  }
}
