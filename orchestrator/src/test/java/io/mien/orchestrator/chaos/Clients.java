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
import io.mien.contracts.rest.KeyRequest;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.dataset.NewDataset;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.KeyAdministration;
import io.mien.orchestrator.preset.Preset;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.run.ExpressionsPlan;
import io.mien.orchestrator.run.FacesPlan;
import io.mien.orchestrator.run.PipelinePlan;
import io.mien.orchestrator.run.RunCanceller;
import io.mien.orchestrator.run.RunPauser;
import io.mien.orchestrator.run.RunPlan;
import io.mien.orchestrator.run.RunPrioritiser;
import io.mien.orchestrator.run.RunRetrier;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.orchestrator.run.SourceDataset;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Those who start runs, and ask again with the same key until they hear that it worked; who cancel
 * them, let them rest, go on with them and change their minds about how urgent they are at any
 * moment. Some may have little at once. Thread-safe.
 */
final class Clients {

  private static final int URGENT = 60;
  private static final Preset PRESET = (Preset) Presets.load().require("smoke");
  private static final ObjectRef OBJECT = new ObjectRef(Bucket.MODELS, "uploads/x/y", 1, "00");
  private static final PrefixRef GENERATOR = new PrefixRef(Bucket.MODELS, "tasks/x/1/y/", OBJECT);
  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 32, 0.25, true);

  private final RandomGenerator random;
  private final DatasetView dataset;
  private final List<Client> all;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Asked> unanswered = new CopyOnWriteArrayList<>();
  private final List<RunId> accepted = new CopyOnWriteArrayList<>();
  private final Map<RunId, Client> owners = new ConcurrentHashMap<>();

  /** Registers the dataset that all pipelines are about, and makes the clients' keys. */
  Clients(Database database, KeyAdministration keys, RandomGenerator random) {
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
    this.all =
        List.of(
            client(database, keys, new KeyRequest("shop", "submitter", 3, null, null)),
            client(database, keys, new KeyRequest("lab", "submitter", 1, few(), null)),
            client(database, keys, new KeyRequest("press", "submitter", 2, 1 + few(), 4 * few())),
            new Client("somebody", null, null));
  }

  List<Client> all() {
    return all;
  }

  /** Whose each run is that somebody was told of. */
  Map<RunId, Client> owners() {
    return Map.copyOf(owners);
  }

  /** Somebody wants another run; no two have one name, which is also the key that is sent. */
  synchronized void ask() {
    RunId fresh = new RunId(new UUID(random.nextLong(), random.nextLong()));
    RunPlan plan = plan();
    @Nullable DatasetId about = plan instanceof PipelinePlan ? dataset.datasetId() : null;
    NewRun run = new NewRun(fresh, "run " + asked.size(), plan, about, PRESET.name());
    Asked one = new Asked(all.get(random.nextInt(all.size())), run);
    asked.add(one);
    unanswered.add(one);
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
    List<Asked> waiting = List.copyOf(unanswered);
    if (waiting.isEmpty()) {
      return;
    }
    Asked one = waiting.get(0);
    NewRun run = one.run();
    RunId fresh = new RunId(new UUID(random.nextLong(), random.nextLong()));
    JdbcIdempotencyKeys.Request request =
        new JdbcIdempotencyKeys.Request(one.client().name(), run.name(), run.name());
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
    unanswered.remove(one);
    owners.put(started, one.client());
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

  /** Makes some run urgent, or no longer, which is refused once it has ended. */
  void prioritise(Replica replica) {
    int priority = random.nextBoolean() ? URGENT : 0;
    onSome(
        run ->
            refusedOrDone(
                replica, tx -> replica.get(RunPrioritiser.class).prioritise(tx, run, priority)));
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
      if (!e.code().startsWith("run-not-") && !e.code().equals("run-ended")) {
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

  private static Client client(Database database, KeyAdministration keys, KeyRequest request) {
    String id = database.transact(tx -> keys.make(tx, request)).apiKeyId().toString();
    return new Client(id, request.mostRunning(), request.startsPerMinute());
  }

  private int few() {
    return 1 + random.nextInt(3);
  }

  private record Asked(Client client, NewRun run) {}
}
