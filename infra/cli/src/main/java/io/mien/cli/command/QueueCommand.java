package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.TaskKind;
import io.mien.contracts.rest.Reason;
import io.mien.contracts.rest.SystemView;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien queue}: look at the queues, pause and resume them. */
@Command(
    name = "queue",
    mixinStandardHelpOptions = true,
    description = "Show, pause and resume the queues of ingest, train, synth and eval.",
    subcommands = {QueueCommand.Show.class, QueueCommand.Pause.class, QueueCommand.Resume.class})
public final class QueueCommand {

  /** {@code mien queue list}. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Show the queues.")
  static final class Show implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      Map<TaskKind, SystemView.Queue> queues =
          server.client().get("/v1/queues", new TypeReference<>() {});
      server.print(queues, () -> QueueTable.print(queues));
    }
  }

  /** {@code mien queue pause KIND}. */
  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Begin no more tasks of a kind; those that run go on.")
  static final class Pause implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "KIND", description = "ingest, train, synth or eval")
    private String kind;

    @Option(names = "--reason", description = "for others who see it")
    private @Nullable String reason;

    @Override
    public void run() {
      SystemView.Queue queue =
          server
              .client()
              .post("/v1/queues/" + kind + "/pause", new Reason(reason), SystemView.Queue.class);
      server.print(queue, () -> System.out.println(kind + " is paused: " + queue.paused()));
    }
  }

  /** {@code mien queue resume KIND}. */
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Begin tasks of a kind again.")
  static final class Resume implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "KIND", description = "ingest, train, synth or eval")
    private String kind;

    @Override
    public void run() {
      SystemView.Queue queue =
          server.client().post("/v1/queues/" + kind + "/resume", SystemView.Queue.class);
      server.print(queue, () -> System.out.println(kind + " goes on"));
    }
  }
}
