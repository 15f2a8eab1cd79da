package io.mien.orchestrator.checkpoint;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/** Finds the classifier that a run is to start from, before anything is queued. */
public final class PretrainedClassifiers {

  private static final String FAMILY = "resnet";
  private static final List<String> NETWORKS = List.of("resnet18", "resnet34", "resnet50");

  private final Database database;
  private final JdbcCheckpointRepository checkpoints;
  private final ObjectStore store;

  public PretrainedClassifiers(
      Database database, JdbcCheckpointRepository checkpoints, ObjectStore store) {
    this.database = database;
    this.checkpoints = checkpoints;
    this.store = store;
  }

  /**
   * @param name id, or alias of a checkpoint of the smallest network that has one of this name
   * @throws InvalidInput {@code no-checkpoint}, {@code checkpoint-not-a-classifier} or {@code
   *     checkpoint-unreadable}
   */
  public PretrainedClassifier require(String name) {
    CheckpointView found = database.transact(tx -> find(tx, name)).orElseThrow(() -> none(name));
    String network = found.summary().network();
    if (!network.startsWith(FAMILY)) {
      throw new InvalidInput(
          "checkpoint-not-a-classifier",
          "Start the classifier from checkpoint %s: it is a %s; name a classifier's (%s)."
              .formatted(name, network, String.join(", ", NETWORKS)));
    }
    return PretrainedClassifier.of(found, store.read(found.location().manifest()));
  }

  private static InvalidInput none(String name) {
    return new InvalidInput(
        "no-checkpoint",
        "There is no classifier checkpoint '%s'; train one, import one (POST /v1/checkpoints) or name another (GET /v1/checkpoints)."
            .formatted(name));
  }

  private Optional<CheckpointView> find(Transaction tx, String name) {
    try {
      return checkpoints.find(tx, CheckpointId.fromString(name));
    } catch (IllegalArgumentException notAnId) {
      return NETWORKS.stream()
          .map(network -> checkpoints.byAlias(tx, network, name))
          .flatMap(Optional::stream)
          .findFirst();
    }
  }
}
