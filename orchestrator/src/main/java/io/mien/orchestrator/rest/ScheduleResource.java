package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.ScheduleId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.ScheduleRequest;
import io.mien.contracts.rest.ScheduleView;
import io.mien.contracts.rest.StepsRequest;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.AskedRuns;
import io.mien.orchestrator.schedule.CronTimes;
import io.mien.orchestrator.schedule.JdbcScheduleRepository;
import io.mien.orchestrator.schedule.NewSchedule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Schedules. */
@Path("/v1/schedules")
@RolesAllowed(Role.VIEWER_NAME)
public class ScheduleResource {

  private final Database database;
  private final JdbcScheduleRepository schedules;
  private final JdbcIdempotencyKeys idempotency;
  private final AskedRuns asked;
  private final Uuid7 ids;

  public ScheduleResource(
      Database database,
      JdbcScheduleRepository schedules,
      JdbcIdempotencyKeys idempotency,
      AskedRuns asked,
      Uuid7 ids) {
    this.database = database;
    this.schedules = schedules;
    this.idempotency = idempotency;
    this.asked = asked;
    this.ids = ids;
  }

  @POST
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "addSchedule",
      summary = "Starts a run again and again, from the next time on",
      description =
          "What is asked for is kept and looked up anew at each time; it is planned once now, to see that it can be.")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<ScheduleView> add(ScheduleRequest request, @BeanParam Post post) {
    RepeatableRequest run = run(Fields.required(request, "body"));
    Urgency.check(run.priority(), post.client());
    Fields.required(request.name(), "name");
    Fields.required(request.cron(), "cron");
    JdbcIdempotencyKeys.Request once = post.request("POST /v1/schedules", Json.write(request));
    ScheduleView view =
        database
            .transact(tx -> idempotency.made(tx, once).map(id -> require(tx, new ScheduleId(id))))
            .orElseGet(() -> addNow(NewSchedule.of(request), run, once));
    return RestResponse.ResponseBuilder.<ScheduleView>create(201)
        .location(URI.create("/v1/schedules/" + view.scheduleId()))
        .entity(view)
        .build();
  }

  /** What it is to start. */
  private static RepeatableRequest run(ScheduleRequest request) {
    StepsRequest steps = request.steps();
    if (steps != null && request.run() != null) {
      throw new InvalidInput(
          "bad-field", "The request has both 'run' and 'steps'; give one of them.");
    }
    if (steps != null) {
      return steps;
    }
    RunRequest run = Fields.required(request.run(), "run");
    Fields.required(run.datasetId(), "run.datasetId");
    Fields.required(run.preset(), "run.preset");
    return run;
  }

  private ScheduleView addNow(
      NewSchedule schedule, RepeatableRequest run, JdbcIdempotencyKeys.Request once) {
    AskedRuns.Prepared prepared = asked.prepare(run);
    return database.transact(
        tx -> {
          ScheduleId fresh = new ScheduleId(ids.next());
          Optional<UUID> earlier = idempotency.earlier(tx, once, fresh.value());
          if (earlier.isEmpty()) {
            prepared.plan(tx, new RunId(ids.next()));
            insert(tx, schedule.view(fresh, schedules.now(tx)), once.client());
          }
          return require(tx, earlier.map(ScheduleId::new).orElse(fresh));
        });
  }

  @GET
  @Operation(operationId = "listSchedules", summary = "Schedules, newest first")
  public Page<ScheduleView> list(@BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> schedules.page(tx, page.afterId(), page.fetch())),
        ScheduleView::scheduleId);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getSchedule", summary = "A schedule")
  public ScheduleView get(@RestPath ScheduleId id) {
    return database.transact(tx -> require(tx, id));
  }

  @POST
  @Path("/{id}/enable")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "enableSchedule",
      summary = "Goes on with its next time; those that have passed meanwhile are not made up for")
  public ScheduleView enable(@RestPath ScheduleId id, @BeanParam Post post) {
    JdbcIdempotencyKeys.Request once = post.request("POST /v1/schedules/" + id + "/enable", "");
    return database.transact(
        tx -> {
          ScheduleView schedule = require(tx, id);
          if (idempotency.earlier(tx, once, id.value()).isEmpty()) {
            CronTimes times = CronTimes.of(schedule.cron(), schedule.timezone());
            schedules.enable(tx, id, NewSchedule.first(times, schedules.now(tx)));
          }
          return require(tx, id);
        });
  }

  @POST
  @Path("/{id}/disable")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "disableSchedule",
      summary = "Starts nothing until it is enabled; a run that it has started goes on")
  public ScheduleView disable(@RestPath ScheduleId id, @BeanParam Post post) {
    JdbcIdempotencyKeys.Request once = post.request("POST /v1/schedules/" + id + "/disable", "");
    return database.transact(
        tx -> {
          require(tx, id);
          if (idempotency.earlier(tx, once, id.value()).isEmpty()) {
            schedules.disable(tx, id);
          }
          return require(tx, id);
        });
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "removeSchedule",
      summary = "Removes a schedule; runs that it has started stay")
  public void remove(@RestPath ScheduleId id) {
    database.run(
        tx -> {
          require(tx, id);
          schedules.delete(tx, id);
        });
  }

  private void insert(Transaction tx, ScheduleView schedule, String client) {
    if (!schedules.insert(tx, schedule, client)) {
      throw new InvalidInput(
          "schedule-exists",
          "Add schedule '%s': there is one of this name. Remove that one, or choose another name."
              .formatted(schedule.name()));
    }
  }

  private ScheduleView require(Transaction tx, ScheduleId id) {
    return schedules.find(tx, id).orElseThrow(() -> RestProblem.notFound("schedule", id));
  }
}
