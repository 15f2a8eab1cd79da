package io.mien.orchestrator.rest;

import io.mien.contracts.rest.LineageView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.lineage.Lineage;
import io.mien.orchestrator.lineage.LineageStart;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

  /**
   * Both ways.
   *
   * @param type {@code dataset-version}, {@code checkpoint}, {@code synthesis}, {@code evaluation}
   *     or {@code object}
   * @param id of the checkpoint or evaluation; of the task that made a dataset version or a
   *     synthesis; of an object, its bucket and key
   */
  @GET
  public LineageView of(@RestQuery @Nullable String type, @RestQuery @Nullable String id) {
    String asked = Fields.required(type, "type");
    LineageStart start = LineageStart.parse(asked, Fields.required(id, "id"));
    return database
        .transact(tx -> lineage.of(tx, start))
        .orElseThrow(() -> RestProblem.notFound(asked, start.id()));
  }
}
