package io.mien.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** On what terms weights may be used that a training starts from. */
final class PretrainedTerms {

  private PretrainedTerms() {}

  /** As the checkpoint says that the file lies in; unknown for a file that lies in none. */
  static UsageTerms of(ObjectStore store, ObjectRef weights) {
    String folder = weights.key().substring(0, weights.key().lastIndexOf('/') + 1);
    String manifest = folder + CheckpointManifest.FILE;
    if (store.size(weights.bucket(), manifest).isEmpty()) {
      return UsageTerms.UNKNOWN;
    }
    try (InputStream in = store.open(weights.bucket(), manifest)) {
      JsonNode notes = WireJson.MAPPER.readTree(in).path("notes");
      return notes.has("terms")
          ? WireJson.MAPPER.treeToValue(notes.get("terms"), UsageTerms.class)
          : UsageTerms.licensed(notes.path("licence").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the terms in " + manifest, e);
    }
  }
}
