package io.mien.orchestrator.rest;

import io.mien.contracts.TaskKind;
import io.mien.contracts.rest.Reason;
import io.mien.contracts.rest.SystemView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.queue.JdbcQueuePauses;
import io.mien.orchestrator.queue.JdbcQueues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The queues, one for each kind of task. Pausing and resuming twice is as once. */
@Path("/v1/queues")
@RolesAllowed(Role.VIEWER_NAME)
public class QueueResource {

  private final Database database;
  private final JdbcQueues queues;
  private final JdbcQueuePauses pauses;
  private final JdbcHistory history;

  public QueueResource(
      Database database, JdbcQueues queues, JdbcQueuePauses pauses, JdbcHistory history) {
    this.database = database;
    this.queues = queues;
    this.pauses = pauses;
    this.history = history;
  }

  @GET
  @Operation(operationId = "listQueues", summary = "The queues, by kind of task")
  public Map<TaskKind, SystemView.Queue> all() {
    return database.transact(queues::read);
  }

  @POST
  @Path("/{kind}/pause")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(
      operationId = "pauseQueue",
      summary = "Keeps tasks of this kind from being offered; those that run go on")
  public SystemView.Queue pause(@RestPath String kind, @Nullable Reason reason) {
    TaskKind which = Kinds.require(kind);
    String why = GivenReason.or("paused by an operator", reason);
    return database.transact(
        tx -> {
          pauses.pause(tx, which, why);
          return changed(tx, which, "queue.paused");
        });
  }

  @POST
  @Path("/{kind}/resume")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(operationId = "resumeQueue", summary = "Lets tasks of this kind be offered again")
  public SystemView.Queue resume(@RestPath String kind) {
    TaskKind which = Kinds.require(kind);
    return database.transact(
        tx -> {
          pauses.resume(tx, which);
          return changed(tx, which, "queue.resumed");
        });
  }

  private SystemView.Queue changed(Transaction tx, TaskKind kind, String type) {
    Map<TaskKind, SystemView.Queue> all = queues.read(tx);
    SystemView.Queue queue = Objects.requireNonNull(all.get(kind));
    history.append(tx, new HistoryEntry(type, null, null, Map.of(kind.wireName(), queue)));
    return queue;
  }
}
