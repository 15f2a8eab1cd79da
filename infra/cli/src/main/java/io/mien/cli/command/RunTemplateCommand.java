package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.TemplateView;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien run template [NAME [DATASET]]}. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description =
        "Start a part of a pipeline over a dataset that is there: only a training, a synthesis or an"
            + " evaluation; without a name, list the templates and their parameters.")
final class RunTemplateCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME")
  private @Nullable String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DATASET",
      description = "name or id; what --set dataset=ID says")
  private @Nullable String dataset;

  @Mixin private SetOption parameters;

  @Option(names = "--watch", description = "follow the run until it ends")
  private boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    MienClient client = server.client();
    if (name == null) {
      list(client);
      return 0;
    }
    Map<String, Object> body =
        Map.of("template", name, "parameters", parameters.ofTemplate(client, dataset));
    RunView started = client.post("/v1/runs/steps", body, RunView.class);
    return RunCommand.started(server, client, started, watch);
  }

  private void list(MienClient client) {
    TemplateView[] templates = client.get("/v1/templates", TemplateView[].class);
    server.print(
        templates,
        () -> {
          Table table = new Table("TEMPLATE", "PARAMETERS", "WHAT IT DOES");
          for (TemplateView template : templates) {
            table.row(template.name(), parametersOf(template), template.description());
          }
          table.print(System.out);
        });
  }

  private static String parametersOf(TemplateView template) {
    return template.parameters().stream()
        .map(each -> each.value() == null ? each.name() : each.name() + "=" + each.value())
        .collect(Collectors.joining(" "));
  }
}
