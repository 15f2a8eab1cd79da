package io.mien.orchestrator.checkpoint;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.CheckpointView;
import io.mien.orchestrator.database.Transaction;
import java.util.List;
import java.util.Optional;

/** Finds the classifier that a client names by its id or by an alias. */
public final class NamedClassifiers {

  private static final String FAMILY = "resnet";
  private static final List<String> NETWORKS = List.of("resnet18", "resnet34", "resnet50");

  private final JdbcCheckpointRepository checkpoints;

  public NamedClassifiers(JdbcCheckpointRepository checkpoints) {
    this.checkpoints = checkpoints;
  }

  /**
   * @param name id, or alias of a checkpoint of the smallest network that has one of this name
   * @param purpose what it is wanted for, in the words of an order
   * @throws InvalidInput {@code no-checkpoint} or {@code checkpoint-not-a-classifier}
   */
  public CheckpointView require(Transaction tx, String name, String purpose) {
    CheckpointView found = find(tx, name).orElseThrow(() -> none(name));
    String network = found.summary().network();
    if (!network.startsWith(FAMILY)) {
      throw new InvalidInput(
          "checkpoint-not-a-classifier",
          "%s checkpoint %s: it is a %s; name a classifier's (%s)."
              .formatted(purpose, name, network, String.join(", ", NETWORKS)));
    }
    return found;
  }

  /** The classifier that judged a generator last; empty when none has. */
  public Optional<CheckpointView> judgeOf(Transaction tx, PrefixRef generator) {
    return checkpoints.judgeOf(tx, generator);
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
