package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mien checkpoint}: what has been trained, here or elsewhere. */
@Command(
    name = "checkpoint",
    mixinStandardHelpOptions = true,
    description = "Look at checkpoints; take them in and give them out.",
    subcommands = {
      CheckpointCommand.ListAll.class,
      CheckpointImportCommand.class,
      CheckpointExportCommand.class
    })
public final class CheckpointCommand {

  /** {@code mien checkpoint list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the checkpoints, newest first.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      Page<CheckpointView> page =
          new Page<>(
              server.client().all("/v1/checkpoints", new TypeReference<Page<CheckpointView>>() {}),
              null);
      server.print(
          page,
          () -> {
            Table table = new Table("ID", "NETWORK", "SIZE", "ITERATIONS", "ALIASES", "LABELS");
            page.items()
                .forEach(
                    c ->
                        table.row(
                            c.checkpointId(),
                            c.summary().network(),
                            c.summary().imageSize(),
                            c.summary().iterations(),
                            c.aliases(),
                            c.summary().labels()));
            table.print(System.out);
          });
    }
  }
}
