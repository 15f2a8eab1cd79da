package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.Alias;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.photo.PhotoCheck;
import io.mien.orchestrator.photo.PhotoHeader;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;

/** Takes a photo in and starts the run that shows it in other expressions. */
public final class ExpressionStarter {

  private final Database database;
  private final NamedCheckpoints checkpoints;
  private final QualityGates gates;
  private final RunStarter starter;
  private final ObjectStore store;
  private final Uuid7 ids;
  private final UseRules policy;

  public ExpressionStarter(
      Database database,
      NamedCheckpoints checkpoints,
      QualityGates gates,
      RunStarter starter,
      ObjectStore store,
      Uuid7 ids,
      UseRules policy) {
    this.database = database;
    this.checkpoints = checkpoints;
    this.gates = gates;
    this.starter = starter;
    this.store = store;
    this.ids = ids;
    this.policy = policy;
  }

  /**
   * Starts the run, or finds the one that the same request started before.
   *
   * @throws InvalidInput as the REST interface says
   */
  public RunId start(AskedExpressions asked, JdbcIdempotencyKeys.Request request) {
    return database
        .transact(tx -> starter.started(tx, request))
        .orElseGet(() -> startNow(asked, request));
  }

  private RunId startNow(AskedExpressions asked, JdbcIdempotencyKeys.Request request) {
    AskedPicture picture = AskedPicture.of(asked.picture());
    byte[] photo = asked.photo().read();
    PhotoHeader header = PhotoCheck.check(photo);
    CheckpointView generator =
        database.transact(tx -> checkpoints.require(tx, asked.checkpoint(), Alias.GENERATOR));
    RequestedUse.check(policy, generator);
    AskedLabels labels = AskedLabels.of(asked.labels(), generator.summary());
    QualityGate quality =
        database.transact(tx -> gates.of(tx, asked.quality(), generator, labels.group()));
    RunId runId = new RunId(ids.next());
    ObjectRef upload =
        store.put(Bucket.SYNTHESES, ObjectKeys.upload(runId), photo, header.contentType());
    ExpressionsPlan plan =
        new ExpressionsPlan(
            upload,
            generator.checkpointId(),
            generator.location(),
            generator.summary().recipe(),
            labels.labels(),
            labels.group(),
            labels.holds(),
            picture,
            quality);
    NewRun run = new NewRun(runId, "Expressions of a photo", plan, null, null);
    RunId started = database.transact(tx -> starter.startOnce(tx, request, runId, () -> run));
    if (!started.equals(runId)) {
      store.delete(Bucket.SYNTHESES, upload.key());
    }
    return started;
  }
}
