package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.terminal.Table;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.DeadTasks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mien dead}: tasks that are out of their budgets. */
@Command(
    name = "dead",
    mixinStandardHelpOptions = true,
    description = "List dead tasks by cause, and drive them again.",
    subcommands = {DeadCommand.ListAll.class, DeadCommand.Redrive.class})
public final class DeadCommand {

  /** {@code mien dead list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List dead tasks by cause, the newest first.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      List<DeadTasks> causes = server.client().get("/v1/dead-tasks", new TypeReference<>() {});
      server.print(causes, () -> show(causes));
    }

    private static void show(List<DeadTasks> causes) {
      if (causes.isEmpty()) {
        System.out.println("No task is dead.");
      }
      Table table = new Table("FINGERPRINT", "KIND", "CODE", "TASKS", "LAST", "MESSAGE");
      causes.forEach(
          cause ->
              table.row(
                  cause.fingerprint(),
                  cause.kind().wireName(),
                  cause.code(),
                  cause.tasks(),
                  cause.lastAt(),
                  cause.message()));
      table.print(System.out);
    }
  }

  /** {@code mien dead redrive}. */
  @Command(
      name = "redrive",
      mixinStandardHelpOptions = true,
      description = "Drive runs with dead tasks again: all of a cause, or single ones.")
  static final class Redrive implements Runnable {

    @Mixin private ServerOptions server;

    @ArgGroup(multiplicity = "1")
    private Selection selection = new Selection();

    @Override
    public void run() {
      DeadTasks.Redriven redriven =
          server
              .client()
              .post(
                  "/v1/dead-tasks/redrive",
                  new DeadTasks.Redrive(selection.fingerprint, selection.runs),
                  DeadTasks.Redriven.class);
      server.print(redriven, () -> show(redriven));
    }

    private static void show(DeadTasks.Redriven redriven) {
      redriven.runs().forEach(run -> System.out.println("Run " + run + " goes on"));
      redriven.refused().forEach(refused -> System.out.println(refused.detail()));
    }
  }

  /** Either way to say what is meant. */
  static final class Selection {

    @Option(names = "--fingerprint", description = "all of this cause, as mien dead list shows it")
    private @Nullable String fingerprint;

    @Option(names = "--run", description = "this run; may be given again")
    private @Nullable List<RunId> runs;
  }
}
