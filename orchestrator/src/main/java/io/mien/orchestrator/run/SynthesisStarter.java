package io.mien.orchestrator.run;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.SynthesisRequest;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.Alias;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.SourceCheck;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.orchestrator.upload.JdbcUploadRepository;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts the runs that show many photos in other expressions. */
public final class SynthesisStarter {

  private static final String LINES = "application/x-ndjson";

  private final Database database;
  private final Collaborators with;
  private final Uuid7 ids;
  private final Clock clock;

  public SynthesisStarter(Database database, Collaborators with, Uuid7 ids, Clock clock) {
    this.database = database;
    this.with = with;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What this class asks and uses.
   *
   * @param policy what the installation asks of the terms of data
   */
  public record Collaborators(
      NamedCheckpoints checkpoints,
      SourceCheck sources,
      JdbcUploadRepository uploads,
      JdbcDeadlines deadlines,
      RunStarter starter,
      QualityGates gates,
      ObjectStore store,
      UseRules policy) {}

  /**
   * Starts the run, or finds the one that the same request started before.
   *
   * @param lines file of JSON lines that came with the request; null when none did
   * @throws InvalidInput as the REST interface says
   */
  public RunId start(
      AskedSynthesis asked, @Nullable Path lines, JdbcIdempotencyKeys.Request request) {
    return database
        .transact(tx -> with.starter().started(tx, request))
        .orElseGet(() -> startNow(asked, lines, request));
  }

  private RunId startNow(
      AskedSynthesis synthesis, @Nullable Path lines, JdbcIdempotencyKeys.Request request) {
    SynthesisCheck.check(synthesis, lines != null, clock.instant());
    SynthesisRequest asked = synthesis.request();
    Optional.ofNullable(asked.source()).ifPresent(with.sources()::check);
    CheckpointView checkpoint =
        database.transact(
            tx ->
                with.checkpoints()
                    .require(tx, Alias.orChampion(asked.checkpoint()), Alias.GENERATOR));
    RequestedUse.check(with.policy(), checkpoint);
    ItemOptions options = options(asked, checkpoint);
    QualityGate quality =
        database.transact(tx -> with.gates().of(tx, asked.quality(), checkpoint, options.group()));
    SynthesisRequest.Picture picture = asked.picture();
    RunId runId = new RunId(ids.next());
    ObjectRef items = items(runId, synthesis, lines);
    SynthesisPlan plan =
        new SynthesisPlan(
            asked.source(),
            items,
            asked.file(),
            options,
            checkpoint.checkpointId(),
            checkpoint.location(),
            checkpoint.summary().recipe(),
            Objects.requireNonNullElse(asked.priority(), 0),
            picture == null ? null : picture.output(),
            picture == null ? null : picture.form(),
            quality);
    RunId started = database.transact(tx -> insert(tx, synthesis, plan, runId, request));
    if (!started.equals(runId) && items != null) {
      with.store().delete(Bucket.SYNTHESES, items.key());
    }
    return started;
  }

  private RunId insert(
      Transaction tx,
      AskedSynthesis synthesis,
      SynthesisPlan plan,
      RunId runId,
      JdbcIdempotencyKeys.Request request) {
    NewRun run = new NewRun(runId, name(synthesis), plan, null, null);
    SynthesisRequest asked = synthesis.request();
    RunId started = with.starter().startOnce(tx, request, runId, () -> run);
    if (started.equals(runId)) {
      Optional.ofNullable(asked.source()).ifPresent(source -> with.uploads().hold(tx, source));
      Optional.ofNullable(asked.deadline()).ifPresent(at -> with.deadlines().set(tx, runId, at));
    }
    return started;
  }

  private static ItemOptions options(SynthesisRequest asked, CheckpointView checkpoint) {
    AskedLabels labels =
        AskedLabels.of(
            new AskedLabels.Form(
                String.join(",", asked.expressions()),
                asked.group(),
                String.join(",", asked.holds())),
            checkpoint.summary());
    return new ItemOptions(
        AskedLabels.known(checkpoint.summary()).groups(),
        labels.group(),
        labels.labels(),
        labels.holds(),
        Objects.requireNonNullElse(asked.face(), FaceChoice.SINGLE));
  }

  /** The lines where the workers find them; null when they lie in the source. */
  private @Nullable ObjectRef items(RunId runId, AskedSynthesis asked, @Nullable Path lines) {
    String key = ObjectKeys.uploadedItems(runId);
    if (lines != null) {
      return with.store().put(Bucket.SYNTHESES, key, lines, LINES);
    }
    return asked.items().isEmpty()
        ? null
        : with.store().put(Bucket.SYNTHESES, key, asked.lines(), LINES);
  }

  private static String name(AskedSynthesis synthesis) {
    SynthesisRequest asked = synthesis.request();
    if (asked.name() != null && !asked.name().isBlank()) {
      return asked.name().strip();
    }
    return asked.source() == null
        ? "Synthesis of %d photos".formatted(synthesis.items().size())
        : "Synthesis of " + asked.source();
  }
}
