package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.RunScreen;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.SystemView;
import io.mien.contracts.rest.WorkerView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mien status}: what runs, who works, what waits. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Show components, workers, queues and the newest runs.")
public final class StatusCommand implements Runnable {

  private static final int RUNS = 5;

  @Mixin private ServerOptions server;

  /** Everything that the command shows. */
  record Status(SystemView system, List<WorkerView> workers, List<RunView> runs) {}

  @Override
  public void run() {
    MienClient client = server.client();
    Status status =
        new Status(
            client.get("/v1/system", SystemView.class),
            client.all("/v1/workers", new TypeReference<Page<WorkerView>>() {}),
            client.get("/v1/runs?limit=" + RUNS, new TypeReference<Page<RunView>>() {}).items());
    server.print(status, () -> show(status));
  }

  private static void show(Status status) {
    System.out.println("Mien " + status.system().version() + "  " + status.system().components());
    Table workers = new Table("WORKER", "STATE", "BUSY", "DEVICE", "MEMORY");
    status.workers().forEach(worker -> addTo(workers, worker));
    workers.print(System.out);
    System.out.println();
    QueueTable.print(status.system().queues());
    for (RunView run : status.runs()) {
      System.out.println();
      System.out.println(run.runId() + "  " + run.name() + "  " + run.state());
      new RunScreen(System.out, false).show(run);
    }
  }

  private static void addTo(Table table, WorkerView worker) {
    var beat = worker.heartbeat();
    table.row(
        beat.workerId(),
        worker.state(),
        beat.busy() + "/" + beat.slots(),
        beat.device(),
        (beat.residentBytes() >> 20) + " MiB");
  }
}
