package io.mien.orchestrator.rest;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.RunPins;
import io.mien.orchestrator.run.RunViews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Runs that are kept whatever their time is. */
@Path("/v1/runs")
@RolesAllowed(Role.SUBMITTER_NAME)
public class RunPinResource {

  private final Database database;
  private final JdbcIdempotencyKeys idempotency;
  private final RunViews views;
  private final RunPins pins;

  public RunPinResource(
      Database database, JdbcIdempotencyKeys idempotency, RunViews views, RunPins pins) {
    this.database = database;
    this.idempotency = idempotency;
    this.views = views;
    this.pins = pins;
  }

  @POST
  @Path("/{id}/pin")
  @Operation(operationId = "pinRun", summary = "Keeps the run until it is unpinned")
  public RunView pin(@RestPath RunId id, @BeanParam Post post) {
    return change(id, post.request("POST /v1/runs/" + id + "/pin", ""), pins::pin);
  }

  @POST
  @Path("/{id}/unpin")
  @Operation(operationId = "unpinRun", summary = "Lets the run go when its time is over")
  public RunView unpin(@RestPath RunId id, @BeanParam Post post) {
    return change(id, post.request("POST /v1/runs/" + id + "/unpin", ""), pins::unpin);
  }

  private RunView change(
      RunId id, JdbcIdempotencyKeys.Request request, BiConsumer<Transaction, RunId> change) {
    return database.transact(
        tx -> {
          require(tx, id);
          if (idempotency.earlier(tx, request, id.value()).isEmpty()) {
            change.accept(tx, id);
          }
          return require(tx, id);
        });
  }

  private RunView require(Transaction tx, RunId id) {
    return views.find(tx, id).orElseThrow(() -> RestProblem.notFound("run", id));
  }
}
