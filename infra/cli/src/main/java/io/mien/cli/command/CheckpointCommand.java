package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.terminal.Table;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.result.CheckpointSummary;
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
                            labels(c.summary())));
            table.print(System.out);
          });
    }

    /**
     * Labels in the network's order; of people how many there are, since their names are numbers.
     */
    static String labels(CheckpointSummary summary) {
      return summary.groups().stream().anyMatch(each -> each.group().equals(LabelGroups.SUBJECT))
          ? summary.labels().size() + " people"
          : summary.labels().toString();
    }
  }
}
