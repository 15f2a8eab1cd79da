package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Reason;
import io.mien.contracts.rest.WorkerView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien worker}: look at the workers, drain and resume them. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    description = "List, drain and resume workers.",
    subcommands = {
      WorkerCommand.ListAll.class,
      WorkerCommand.Drain.class,
      WorkerCommand.Resume.class
    })
public final class WorkerCommand {

  /** {@code mien worker list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the workers, the living first.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      List<WorkerView> workers =
          server.client().all("/v1/workers", new TypeReference<Page<WorkerView>>() {});
      server.print(workers, () -> show(workers));
    }

    private static void show(List<WorkerView> workers) {
      Table table = new Table("WORKER", "STATE", "BUSY", "VERSION", "LAST SEEN", "DRAINED");
      workers.forEach(
          worker ->
              table.row(
                  worker.heartbeat().workerId(),
                  worker.state(),
                  worker.heartbeat().busy() + "/" + worker.heartbeat().slots(),
                  worker.heartbeat().version(),
                  worker.lastSeenAt(),
                  Objects.requireNonNullElse(worker.drainReason(), "")));
      table.print(System.out);
    }
  }

  /** {@code mien worker drain WORKER}. */
  @Command(
      name = "drain",
      mixinStandardHelpOptions = true,
      description = "Offer a worker nothing more; what it runs goes on to its end.")
  static final class Drain implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WORKER", description = "its id, as mien worker list shows it")
    private String worker;

    @Option(names = "--reason", description = "for others who see it")
    private @Nullable String reason;

    @Override
    public void run() {
      WorkerView view =
          server
              .client()
              .post("/v1/workers/" + worker + "/drain", new Reason(reason), WorkerView.class);
      server.print(
          view,
          () ->
              System.out.println(
                  worker + " gets no more offers; it runs " + view.heartbeat().busy()));
    }
  }

  /** {@code mien worker resume WORKER}. */
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Offer a worker tasks again.")
  static final class Resume implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WORKER", description = "its id, as mien worker list shows it")
    private String worker;

    @Override
    public void run() {
      WorkerView view = server.client().post("/v1/workers/" + worker + "/resume", WorkerView.class);
      server.print(view, () -> System.out.println(worker + " gets offers again"));
    }
  }
}
