package io.mien.orchestrator.rest;

import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.Page;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.key.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checkpoints. */
@Path("/v1/checkpoints")
@RolesAllowed(Role.VIEWER_NAME)
public class CheckpointResource {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointResource.class);

  private final Database database;
  private final JdbcCheckpointRepository checkpoints;

  public CheckpointResource(Database database, JdbcCheckpointRepository checkpoints) {
    this.database = database;
    this.checkpoints = checkpoints;
  }

  @GET
  public Page<CheckpointView> list(
      @RestQuery @Nullable String network, @BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> checkpoints.page(tx, network, page.afterId(), page.fetch())),
        CheckpointView::checkpointId);
  }

  @GET
  @Path("/{id}")
  public CheckpointView get(@RestPath CheckpointId id) {
    return database.transact(tx -> require(tx, id));
  }

  /** Lets an alias name this checkpoint instead of another of its network. */
  @PUT
  @Path("/{id}/aliases/{alias}")
  @RolesAllowed(Role.OPERATOR_NAME)
  public CheckpointView alias(
      @RestPath CheckpointId id, @RestPath String alias, @Context SecurityContext client) {
    if (!alias.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new RestProblem(
          400,
          "bad-alias",
          "'" + alias + "' is not an alias; use lower-case letters, digits and hyphens.");
    }
    CheckpointView view =
        database.transact(
            tx -> {
              require(tx, id);
              checkpoints.moveAlias(tx, alias, id);
              return require(tx, id);
            });
    LOG.info(
        "Alias {} names checkpoint {} now, by key {}",
        alias,
        id,
        client.getUserPrincipal().getName());
    return view;
  }

  private CheckpointView require(Transaction tx, CheckpointId id) {
    return checkpoints.find(tx, id).orElseThrow(() -> RestProblem.notFound("checkpoint", id));
  }
}
