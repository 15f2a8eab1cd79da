package io.mien.cli.command;

import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.LineageView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien lineage TYPE ID}: what something was made of, and what was made of it. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = "Show what something was made of, and what was made of it, oldest first.")
public final class LineageCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(
      index = "0",
      paramLabel = "TYPE",
      description = "dataset-version, checkpoint, synthesis, evaluation or object")
  private String type;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description =
          "of the checkpoint or evaluation; of the task that made a dataset version or a synthesis;"
              + " bucket and key of an object")
  private String id;

  @Override
  public void run() {
    String path = "/v1/lineage?type=" + encoded(type) + "&id=" + encoded(id);
    LineageView view = server.client().get(path, LineageView.class);
    server.print(view, () -> show(view));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static void show(LineageView view) {
    Map<UUID, LineageView.Node> nodes =
        view.nodes().stream().collect(Collectors.toMap(LineageView.Node::id, Function.identity()));
    Table table = new Table("", "WHAT", "NAME", "ID", "RUN", "MADE OF");
    view.nodes()
        .forEach(
            node ->
                table.row(
                    node.id().equals(view.start()) ? "▶" : " ",
                    node.kind().wireName(),
                    node.name(),
                    node.id(),
                    node.by() == null ? "–" : node.by().runId(),
                    madeOf(view.edges(), nodes, node)));
    table.print(System.out);
    if (!view.complete()) {
      System.out.println("There is more; the newest are shown.");
    }
  }

  private static String madeOf(
      List<LineageView.Edge> edges, Map<UUID, LineageView.Node> nodes, LineageView.Node node) {
    return edges.stream()
        .filter(edge -> edge.to().equals(node.id()))
        .map(edge -> nodes.get(edge.from()))
        .map(from -> from.kind().wireName() + " " + from.name())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
