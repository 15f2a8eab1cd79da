package io.mien.orchestrator.rest;

import io.mien.contracts.id.EvaluationId;
import io.mien.contracts.rest.EvaluationView;
import io.mien.contracts.rest.Page;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository.Evaluation;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.object.ObjectUrl;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Evaluations. */
@Path("/v1/evaluations")
@RolesAllowed(Role.VIEWER_NAME)
public class EvaluationResource {

  private final Database database;
  private final JdbcEvaluationRepository evaluations;

  public EvaluationResource(Database database, JdbcEvaluationRepository evaluations) {
    this.database = database;
    this.evaluations = evaluations;
  }

  @GET
  @Operation(operationId = "listEvaluations", summary = "Evaluations, newest first")
  public Page<EvaluationView> list(@BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> evaluations.page(tx, page.afterId(), page.fetch())).stream()
            .map(EvaluationResource::view)
            .toList(),
        EvaluationView::evaluationId);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getEvaluation", summary = "An evaluation")
  public EvaluationView get(@RestPath EvaluationId id) {
    return database
        .transact(tx -> evaluations.find(tx, id))
        .map(EvaluationResource::view)
        .orElseThrow(() -> RestProblem.notFound("evaluation", id));
  }

  private static EvaluationView view(Evaluation evaluation) {
    return new EvaluationView(
        evaluation.evaluationId(),
        evaluation.runId(),
        evaluation.measures(),
        ObjectUrl.of(evaluation.page()),
        ObjectUrl.of(evaluation.gallery()),
        evaluation.createdAt());
  }
}
