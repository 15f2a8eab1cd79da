package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.Mien;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.RunScreen;
import io.mien.cli.terminal.Table;
import io.mien.contracts.RunState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien run}: start, watch, pause, cancel, retry, repeat and keep runs. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Start, watch, pause, cancel, retry, repeat and keep runs.",
    subcommands = {
      RunCommand.Start.class,
      RunCommand.ListAll.class,
      RunCommand.Show.class,
      RunCommand.Watch.class,
      RunCommand.Cancel.class,
      RunCommand.Retry.class,
      RunStepsCommand.class,
      RunTemplateCommand.class,
      RunPauseCommand.class,
      RunResumeCommand.class,
      RunPriorityCommand.class,
      RunRerunCommand.class,
      RunForecastCommand.class,
      RunPinCommand.class,
      RunUnpinCommand.class
    })
public final class RunCommand {

  static int follow(MienClient client, RunId run) throws InterruptedException {
    RunView last = new RunWatch(client).follow(run);
    FaceSet.of(last)
        .ifPresent(
            set ->
                System.out.println(
                    "%d faces from seed %d are drawn; mien faces save %s --out DIR"
                        .formatted(set.faces().count(), set.faces().seed(), run)));
    return last.state() == RunState.SUCCEEDED ? 0 : Mien.FAILED;
  }

  /** Shows a run that was started, and follows it when that is wanted; the exit code. */
  static int started(ServerOptions server, MienClient client, RunView run, boolean watch)
      throws InterruptedException {
    server.print(
        run,
        () ->
            System.out.println(
                "Run %s (%s) is started; mien run watch %s"
                    .formatted(run.runId(), run.name(), run.runId())));
    return watch ? follow(client, run.runId()) : 0;
  }

  /** {@code mien run start}. */
  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description =
          "Start what a preset is for: a whole pipeline, or the training of a face generator.")
  static final class Start implements Callable<Integer> {

    @Mixin private ServerOptions server;

    @Mixin private RunOptions asked;

    @Option(names = "--watch", description = "follow the run until it ends")
    private boolean watch;

    @Override
    public Integer call() throws InterruptedException {
      MienClient client = server.client();
      RunView started = client.post("/v1/runs", asked.request(client), RunView.class);
      return started(server, client, started, watch);
    }
  }

  /** {@code mien run list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the runs, newest first.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      Page<RunView> page =
          new Page<>(server.client().all("/v1/runs", new TypeReference<Page<RunView>>() {}), null);
      server.print(
          page,
          () -> {
            Table table = new Table("ID", "NAME", "STATE", "CREATED", "KEPT");
            page.items()
                .forEach(
                    run ->
                        table.row(
                            run.runId(),
                            run.name(),
                            run.state(),
                            run.createdAt(),
                            run.pinnedAt() == null ? "" : "pinned"));
            table.print(System.out);
          });
    }
  }

  /** {@code mien run show RUN}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show a run and its steps.")
  static final class Show implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "RUN")
    private RunId run;

    @Override
    public void run() {
      RunView view = server.client().get("/v1/runs/" + run, RunView.class);
      server.print(
          view,
          () -> {
            System.out.println(view.runId() + "  " + view.name() + "  " + view.state());
            if (view.pinnedAt() != null) {
              System.out.println(
                  "Pinned " + view.pinnedAt() + ": it is kept until it is unpinned.");
            }
            new RunScreen(System.out, false).show(view);
          });
    }
  }

  /** {@code mien run watch RUN}. */
  @Command(
      name = "watch",
      mixinStandardHelpOptions = true,
      description = "Follow a run until it ends.")
  static final class Watch implements Callable<Integer> {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "RUN")
    private RunId run;

    @Override
    public Integer call() throws InterruptedException {
      return follow(server.client(), run);
    }
  }

  /** {@code mien run cancel RUN}. */
  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Cancel a run; finished steps are kept.")
  static final class Cancel implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "RUN")
    private RunId run;

    @Override
    public void run() {
      RunView view = server.client().post("/v1/runs/" + run + "/cancel", RunView.class);
      server.print(view, () -> System.out.println("Run " + view.runId() + " is " + view.state()));
    }
  }

  /** {@code mien run retry RUN}. */
  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description =
          "Go on with a run that failed or was cancelled. What had succeeded stays; a training goes on"
              + " from its last state.")
  static final class Retry implements Callable<Integer> {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "RUN")
    private RunId run;

    @Option(names = "--watch", description = "follow the run until it ends")
    private boolean watch;

    @Override
    public Integer call() throws InterruptedException {
      RunView view = server.client().post("/v1/runs/" + run + "/retry", RunView.class);
      if (watch) {
        return follow(server.client(), run);
      }
      server.print(view, () -> System.out.println("Run " + view.runId() + " is " + view.state()));
      return 0;
    }
  }
}
