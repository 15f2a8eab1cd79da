package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.Page;
import java.util.Optional;

/** Finds a dataset by its id or, the newest first, by its name. */
final class DatasetLookup {

  private final MienClient client;

  DatasetLookup(MienClient client) {
    this.client = client;
  }

  DatasetId find(String nameOrId) {
    return parse(nameOrId).orElseGet(() -> named(nameOrId));
  }

  private static Optional<DatasetId> parse(String text) {
    try {
      return Optional.of(DatasetId.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private DatasetId named(String name) {
    String cursor = "";
    do {
      Page<DatasetView> page =
          client.get("/v1/datasets?limit=200" + cursor, new TypeReference<>() {});
      for (DatasetView dataset : page.items()) {
        if (dataset.name().equals(name)) {
          return dataset.datasetId();
        }
      }
      cursor = page.nextCursor() == null ? "" : "&cursor=" + page.nextCursor();
    } while (!cursor.isEmpty());
    throw new InvalidInput(
        "dataset-not-found",
        "Looked for a dataset named '"
            + name
            + "': there is none; 'mien dataset list' shows what there is.");
  }
}
