package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.Table;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.ScheduleRequest;
import io.mien.contracts.rest.ScheduleView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien schedule}: runs that are started again and again. */
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description = "Start runs again and again, at the times of a cron expression.",
    subcommands = {
      ScheduleCommand.Add.class,
      ScheduleTemplateCommand.class,
      ScheduleCommand.ListAll.class,
      ScheduleCommand.Remove.class,
      ScheduleCommand.Enable.class,
      ScheduleCommand.Disable.class
    })
public final class ScheduleCommand {

  /** {@code mien schedule add NAME}. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Start a run again and again, with the options of 'mien run start'.")
  static final class Add implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "NAME", description = "name of the schedule")
    private String schedule;

    @Mixin private ScheduleTimes times;

    @Mixin private RunOptions asked;

    @Override
    public void run() {
      MienClient client = server.client();
      add(
          server,
          client,
          new ScheduleRequest(
              schedule, times.cron, times.zone(), times.overlap, asked.request(client), null));
    }
  }

  static void add(ServerOptions server, MienClient client, ScheduleRequest request) {
    ScheduleView added = client.post("/v1/schedules", request, ScheduleView.class);
    server.print(
        added,
        () ->
            System.out.println(
                "Schedule " + added.name() + " starts its first run at " + added.nextAt()));
  }

  /** {@code mien schedule list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the schedules, newest first, and what became of their last times.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      Page<ScheduleView> page =
          new Page<>(
              server.client().all("/v1/schedules", new TypeReference<Page<ScheduleView>>() {}),
              null);
      server.print(
          page,
          () -> {
            Table table = new Table("NAME", "CRON", "TIME ZONE", "NEXT", "LAST", "RUN");
            page.items().forEach(each -> addTo(table, each));
            table.print(System.out);
          });
    }

    private static void addTo(Table table, ScheduleView schedule) {
      table.row(
          schedule.name(),
          schedule.cron(),
          schedule.timezone(),
          schedule.nextAt() == null ? "disabled" : schedule.nextAt(),
          last(schedule.last()),
          schedule.runId() == null ? "" : schedule.runId());
    }

    private static String last(ScheduleView.@Nullable Last last) {
      if (last == null) {
        return "";
      }
      String told = last.dueAt() + " " + last.outcome();
      return last.message() == null ? told : told + ": " + last.message();
    }
  }

  /** {@code mien schedule remove NAME}. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove a schedule; runs that it has started stay.")
  static final class Remove implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "NAME", description = "name or id of a schedule")
    private String schedule;

    @Override
    public void run() {
      MienClient client = server.client();
      ScheduleView found = new ScheduleLookup(client).find(schedule);
      client.delete("/v1/schedules/" + found.scheduleId());
      server.print(found, () -> System.out.println("Schedule " + found.name() + " is removed"));
    }
  }

  /** {@code mien schedule enable NAME}. */
  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Let a schedule go on with its next time.")
  static final class Enable implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "NAME", description = "name or id of a schedule")
    private String schedule;

    @Override
    public void run() {
      ScheduleView view = new ScheduleLookup(server.client()).change(schedule, "enable");
      server.print(
          view,
          () ->
              System.out.println(
                  "Schedule " + view.name() + " starts its next run at " + view.nextAt()));
    }
  }

  /** {@code mien schedule disable NAME}. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Let a schedule start nothing until it is enabled.")
  static final class Disable implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "NAME", description = "name or id of a schedule")
    private String schedule;

    @Override
    public void run() {
      ScheduleView view = new ScheduleLookup(server.client()).change(schedule, "disable");
      server.print(
          view, () -> System.out.println("Schedule " + view.name() + " starts nothing any more"));
    }
  }
}
