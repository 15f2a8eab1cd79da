package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.SynthesisView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mien synth list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the syntheses of many photos, newest first.")
final class SynthListCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Override
  public void run() {
    Page<SynthesisView> page =
        new Page<>(
            server.client().all("/v1/syntheses", new TypeReference<Page<SynthesisView>>() {}),
            null);
    server.print(
        page,
        () -> {
          Table table =
              new Table("ID", "NAME", "STATE", "ITEMS", "DONE", "REJECTED", "FAILED", "CREATED");
          page.items().forEach(each -> row(table, each));
          table.print(System.out);
        });
  }

  private static void row(Table table, SynthesisView view) {
    SynthesisView.Items items = view.items();
    table.row(
        view.runId(),
        view.name(),
        view.state(),
        items.total() == null ? "?" : items.total(),
        items.succeeded(),
        items.rejected(),
        items.failed(),
        view.createdAt());
  }
}
