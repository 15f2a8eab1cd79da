package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.Page;
import java.util.Optional;

/** Finds a checkpoint by its id or, among the generators, by an alias. */
final class CheckpointLookup {

  private final MienClient client;

  CheckpointLookup(MienClient client) {
    this.client = client;
  }

  CheckpointId find(String aliasOrId) {
    return parse(aliasOrId).orElseGet(() -> named(aliasOrId));
  }

  private static Optional<CheckpointId> parse(String text) {
    try {
      return Optional.of(CheckpointId.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private CheckpointId named(String alias) {
    return client.all("/v1/checkpoints", new TypeReference<Page<CheckpointView>>() {}).stream()
        .filter(checkpoint -> checkpoint.summary().network().equals("stargan"))
        .filter(checkpoint -> checkpoint.aliases().contains(alias))
        .map(CheckpointView::checkpointId)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "checkpoint-not-found",
                    "Looked for a generator with the alias '"
                        + alias
                        + "': there is none; 'mien checkpoint list' shows what there is."));
  }
}
