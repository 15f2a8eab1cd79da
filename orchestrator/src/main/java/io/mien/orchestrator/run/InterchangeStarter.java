package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.Alias;
import io.mien.orchestrator.checkpoint.ForeignCheckpoint;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import java.nio.file.Path;

/**
 * Starts the runs that make checkpoints of files and files of checkpoints. What a file holds is for
 * the workers to find out: here it is stored and never read.
 */
public final class InterchangeStarter {

  private final Database database;
  private final RunStarter starter;
  private final ObjectStore store;
  private final Uuid7 ids;
  private final UseRules policy;

  public InterchangeStarter(
      Database database, RunStarter starter, ObjectStore store, Uuid7 ids, UseRules policy) {
    this.database = database;
    this.starter = starter;
    this.store = store;
    this.ids = ids;
    this.policy = policy;
  }

  /**
   * Stores the file and starts its import, or finds the run that the same request started before.
   *
   * @throws InvalidInput {@code idempotency-key-reused}
   */
  public RunId startImport(
      Path file, ForeignCheckpoint described, JdbcIdempotencyKeys.Request request) {
    return database
        .transact(tx -> starter.started(tx, request))
        .orElseGet(() -> importNow(file, described, request));
  }

  private RunId importNow(
      Path file, ForeignCheckpoint described, JdbcIdempotencyKeys.Request request) {
    RunId runId = new RunId(ids.next());
    ObjectRef upload =
        store.put(
            Bucket.MODELS, ObjectKeys.uploadedCheckpoint(runId), file, "application/octet-stream");
    NewRun run =
        new NewRun(
            runId,
            "Import of " + described.fileName(),
            new ImportPlan(described.in(upload)),
            null,
            null);
    try {
      RunId started = start(run, request);
      if (!started.equals(runId)) {
        store.delete(upload.bucket(), upload.key());
      }
      return started;
    } catch (InvalidInput refused) {
      store.delete(upload.bucket(), upload.key());
      throw refused;
    }
  }

  /**
   * Starts the export of a generator or classifier, or finds the run that the same request started
   * before.
   *
   * @throws InvalidInput {@code checkpoint-not-exported}, {@code idempotency-key-reused}, or what
   *     the policy refuses
   */
  public RunId startExport(
      CheckpointView checkpoint, CheckpointFormat format, JdbcIdempotencyKeys.Request request) {
    String network = checkpoint.summary().network();
    if (network.equals(Alias.FACE_GENERATOR)) {
      throw new InvalidInput(
          "checkpoint-not-exported",
          "Export checkpoint %s: it is a %s; generators (%s) and classifiers are exported."
              .formatted(checkpoint.checkpointId(), network, Alias.GENERATOR));
    }
    RequestedUse.check(policy, checkpoint);
    ExportPlan plan =
        new ExportPlan(
            checkpoint.checkpointId(), new ExportCheckpoint(checkpoint.location(), format));
    String name = "Export of %s as %s".formatted(checkpoint.checkpointId(), format.wireName());
    return start(new NewRun(new RunId(ids.next()), name, plan, null, null), request);
  }

  private RunId start(NewRun run, JdbcIdempotencyKeys.Request request) {
    return database.transact(tx -> starter.startOnce(tx, request, run.runId(), () -> run));
  }
}
