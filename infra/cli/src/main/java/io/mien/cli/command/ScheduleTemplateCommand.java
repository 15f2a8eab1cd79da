package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.contracts.rest.ScheduleRequest;
import io.mien.contracts.rest.StepsRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien schedule template NAME TEMPLATE [DATASET]}. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description =
        "Start a template again and again; 'mien run template' lists them and their parameters.")
final class ScheduleTemplateCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "NAME", description = "name of the schedule")
  private String schedule;

  @Parameters(index = "1", paramLabel = "TEMPLATE")
  private String template;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "DATASET",
      description = "name or id; what --set dataset=ID says")
  private @Nullable String dataset;

  @Mixin private ScheduleTimes times;

  @Mixin private SetOption parameters;

  @Override
  public void run() {
    MienClient client = server.client();
    StepsRequest steps =
        new StepsRequest(
            null, null, template, parameters.ofTemplate(client, dataset), null, null, null, null);
    ScheduleCommand.add(
        server,
        client,
        new ScheduleRequest(schedule, times.cron, times.zone(), times.overlap, null, steps));
  }
}
