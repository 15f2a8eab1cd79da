package io.mien.orchestrator.rest;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.MeasureSeries;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.SampleView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.rest.WaitingView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.measure.JdbcMeasureRepository;
import io.mien.orchestrator.sample.JdbcSampleRepository;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.Task;
import io.mien.orchestrator.waiting.WhyWaiting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tasks, and what can be seen of them while they run. */
@Path("/v1/tasks")
@RolesAllowed(Role.VIEWER_NAME)
public class TaskResource {

  private static final int MOST_POINTS = 10_000;

  private final Database database;
  private final JdbcTaskRepository tasks;
  private final JdbcMeasureRepository measures;
  private final JdbcSampleRepository samples;
  private final WhyWaiting why;

  public TaskResource(
      Database database,
      JdbcTaskRepository tasks,
      JdbcMeasureRepository measures,
      JdbcSampleRepository samples,
      WhyWaiting why) {
    this.database = database;
    this.tasks = tasks;
    this.measures = measures;
    this.samples = samples;
    this.why = why;
  }

  @GET
  @Operation(operationId = "listTasks", summary = "Tasks, newest first")
  public Page<TaskView> list(
      @RestQuery @Nullable TaskState state,
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable RunId runId,
      @BeanParam PageRequest page) {
    JdbcTaskRepository.Filter filter =
        new JdbcTaskRepository.Filter(state, kind == null ? null : Kinds.require(kind), runId);
    List<TaskView> found =
        database.transact(tx -> tasks.page(tx, filter, page.afterId(), page.fetch())).stream()
            .map(Task::view)
            .toList();
    return page.page(found, TaskView::taskId);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getTask", summary = "A task")
  public TaskView get(@RestPath TaskId id) {
    return database.transact(tx -> require(tx, id));
  }

  @GET
  @Path("/{id}/waiting")
  @Operation(operationId = "getTaskWaiting", summary = "Why a task is not running")
  public WaitingView waiting(@RestPath TaskId id) {
    return database
        .transact(tx -> why.of(tx, id))
        .orElseThrow(() -> RestProblem.notFound("task", id));
  }

  @GET
  @Path("/{id}/measures")
  @Operation(
      operationId = "getTaskMeasures",
      summary = "Loss curves, each thinned evenly to at most so many points")
  public List<MeasureSeries> measures(
      @RestPath TaskId id, @RestQuery @DefaultValue("500") int points) {
    if (points < 2 || points > MOST_POINTS) {
      throw new RestProblem(
          400, "bad-points", points + " points were asked for; choose 2 to " + MOST_POINTS + ".");
    }
    return database.transact(
        tx -> {
          require(tx, id);
          return measures.series(tx, id, points);
        });
  }

  @GET
  @Path("/{id}/samples")
  @Operation(operationId = "getTaskSamples", summary = "Sample grids, oldest first")
  public List<SampleView> samples(@RestPath TaskId id) {
    return database.transact(
        tx -> {
          require(tx, id);
          return samples.ofTask(tx, id);
        });
  }

  private TaskView require(Transaction tx, TaskId id) {
    return tasks.find(tx, id).map(Task::view).orElseThrow(() -> RestProblem.notFound("task", id));
  }
}
