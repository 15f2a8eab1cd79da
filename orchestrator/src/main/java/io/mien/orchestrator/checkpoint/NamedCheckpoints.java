package io.mien.orchestrator.checkpoint;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.orchestrator.database.Transaction;
import java.util.Optional;

/** Finds the checkpoint that a client names by its id or by an alias. */
public final class NamedCheckpoints {

  private final JdbcCheckpointRepository checkpoints;

  public NamedCheckpoints(JdbcCheckpointRepository checkpoints) {
    this.checkpoints = checkpoints;
  }

  /**
   * @param name id or alias
   * @param network that the checkpoint must be of, as {@link Alias#GENERATOR}
   * @throws InvalidInput {@code no-checkpoint} or {@code checkpoint-not-a-generator}
   */
  public CheckpointView require(Transaction tx, String name, String network) {
    CheckpointView found =
        byId(tx, name)
            .or(() -> checkpoints.byAlias(tx, network, name))
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "no-checkpoint",
                        "There is no generator checkpoint '%s'; start a run that trains one, or name another (GET /v1/checkpoints?network=%s)."
                            .formatted(name, network)));
    if (!found.summary().network().equals(network)) {
      throw new InvalidInput(
          "checkpoint-not-a-generator",
          "Checkpoint %s is a %s; name a %s one."
              .formatted(name, found.summary().network(), network));
    }
    return found;
  }

  private Optional<CheckpointView> byId(Transaction tx, String name) {
    try {
      return checkpoints.find(tx, CheckpointId.fromString(name));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
