package io.mien.orchestrator.rest;

import io.mien.contracts.rest.LineageView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.lineage.Lineage;
import io.mien.orchestrator.lineage.LineageStart;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What something was made of, and what was made of it. */
@Path("/v1/lineage")
@RolesAllowed(Role.VIEWER_NAME)
public class LineageResource {

  private final Database database;
  private final Lineage lineage;

  public LineageResource(Database database, Lineage lineage) {
    this.database = database;
    this.lineage = lineage;
  }

  @GET
  @Operation(
      operationId = "getLineage",
      summary = "What something was made of, and what was made of it")
  public LineageView of(
      @RestQuery
          @Parameter(
              required = true,
              description = "dataset-version, checkpoint, synthesis, evaluation or object")
          @Nullable String type,
      @RestQuery
          @Parameter(
              required = true,
              description =
                  "Of the checkpoint or evaluation; of the task that made a dataset version or a synthesis; of an object, its bucket and key")
          @Nullable String id) {
    String asked = Fields.required(type, "type");
    LineageStart start = LineageStart.parse(asked, Fields.required(id, "id"));
    return database
        .transact(tx -> lineage.of(tx, start))
        .orElseThrow(() -> RestProblem.notFound(asked, start.id()));
  }
}
