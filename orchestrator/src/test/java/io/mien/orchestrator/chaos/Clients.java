package io.mien.orchestrator.chaos;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.dataset.NewDataset;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.preset.Preset;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.run.ExpressionsPlan;
import io.mien.orchestrator.run.FacesPlan;
import io.mien.orchestrator.run.PipelinePlan;
import io.mien.orchestrator.run.RunCanceller;
import io.mien.orchestrator.run.RunPauser;
import io.mien.orchestrator.run.RunPlan;
import io.mien.orchestrator.run.RunRetrier;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.orchestrator.run.SourceDataset;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Those who start runs, and ask again with the same key until they hear that it worked; who cancel
 * them, let them rest and go on with them at any moment. Thread-safe.
 */
final class Clients {

  private static final Preset PRESET = (Preset) Presets.load().require("smoke");
  private static final ObjectRef OBJECT = new ObjectRef(Bucket.MODELS, "uploads/x/y", 1, "00");
  private static final PrefixRef GENERATOR = new PrefixRef(Bucket.MODELS, "tasks/x/1/y/", OBJECT);
  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 32, 0.25, true);

  private final RandomGenerator random;
  private final DatasetView dataset;
  private final List<NewRun> asked = new CopyOnWriteArrayList<>();
  private final List<NewRun> unanswered = new CopyOnWriteArrayList<>();
  private final List<RunId> accepted = new CopyOnWriteArrayList<>();

  /** Registers the dataset that all pipelines are about. */
  Clients(Database database, RandomGenerator random) {
    this.random = random;
    JdbcDatasetRepository datasets = new JdbcDatasetRepository();
    DatasetId id = new DatasetId(new UUID(random.nextLong(), random.nextLong()));
    NewDataset faces =
        new NewDataset(
            "faces",
            URI.create("file:///faces"),
            "auto",
            LayoutOptions.DEFAULTS,
            UsageTerms.UNKNOWN);
    this.dataset =
        database
            .transact(
                tx -> {
                  datasets.insert(tx, id, faces);
                  return datasets.find(tx, id);
                })
            .orElseThrow();
  }

  /** Somebody wants another run; no two have one name, which is also the key that is sent. */
  synchronized void ask() {
    RunId fresh = new RunId(new UUID(random.nextLong(), random.nextLong()));
    RunPlan plan = plan();
    @Nullable DatasetId about = plan instanceof PipelinePlan ? dataset.datasetId() : null;
    NewRun run = new NewRun(fresh, "run " + asked.size(), plan, about, PRESET.name());
    asked.add(run);
    unanswered.add(run);
  }

  boolean isAnswered() {
    return unanswered.isEmpty();
  }

  /** How many different runs were asked for. */
  int asked() {
    return asked.size();
  }

  /** Asks for the oldest run that nobody has heard of; each time under an id of its own. */
  void submit(Replica replica) {
    List<NewRun> waiting = List.copyOf(unanswered);
    if (waiting.isEmpty()) {
      return;
    }
    NewRun run = waiting.get(0);
    RunId fresh = new RunId(new UUID(random.nextLong(), random.nextLong()));
    JdbcIdempotencyKeys.Request request =
        new JdbcIdempotencyKeys.Request("client", run.name(), run.name());
    RunId started =
        replica
            .database()
            .transact(
                tx ->
                    replica
                        .get(RunStarter.class)
                        .startOnce(
                            tx,
                            request,
                            fresh,
                            () ->
                                new NewRun(
                                    fresh, run.name(), run.plan(), run.datasetId(), run.preset())));
    unanswered.remove(run);
    accepted.add(started);
  }

  /** Cancels some run, in whatever state. */
  void cancel(Replica replica) {
    onSome(run -> replica.database().run(tx -> replica.get(RunCanceller.class).cancel(tx, run)));
  }

  /** Goes on with some run, which is refused unless it has ended without success. */
  void retry(Replica replica) {
    onSome(
        run -> {
          try {
            replica.database().run(tx -> replica.get(RunRetrier.class).retry(tx, run));
          } catch (InvalidInput e) {
            if (!e.code().startsWith("run-")) {
              throw e;
            }
          }
        });
  }

  /** Lets some run rest, which is refused unless it is under way. */
  void pause(Replica replica) {
    onSome(run -> refusedOrDone(replica, tx -> replica.get(RunPauser.class).pause(tx, run)));
  }

  /** Lets some run go on, which is refused unless it rests. */
  void resume(Replica replica) {
    onSome(run -> resume(replica, run));
  }

  /** Lets everything go on that rests. */
  void resumeAll(Replica replica) {
    accepted.forEach(run -> resume(replica, run));
  }

  private static void resume(Replica replica, RunId run) {
    refusedOrDone(replica, tx -> replica.get(RunPauser.class).resume(tx, run));
  }

  private static void refusedOrDone(Replica replica, Consumer<Transaction> action) {
    try {
      replica.database().run(action);
    } catch (InvalidInput e) {
      if (!e.code().startsWith("run-not-")) {
        throw e;
      }
    }
  }

  private void onSome(Consumer<RunId> action) {
    List<RunId> known = List.copyOf(accepted);
    if (!known.isEmpty()) {
      action.accept(known.get(random.nextInt(known.size())));
    }
  }

  private RunPlan plan() {
    return switch (random.nextInt(4)) {
      case 0 -> new FacesPlan(new CheckpointId(UUID.randomUUID()), GENERATOR, 1, 1);
      case 1 ->
          new ExpressionsPlan(
              OBJECT,
              new CheckpointId(UUID.randomUUID()),
              GENERATOR,
              RECIPE,
              List.of("happy"),
              null,
              null,
              null,
              null);
      default ->
          new PipelinePlan(
              SourceDataset.of(dataset), PRESET, null, null, null, UseRules.DEFAULTS, null);
    };
  }
}
