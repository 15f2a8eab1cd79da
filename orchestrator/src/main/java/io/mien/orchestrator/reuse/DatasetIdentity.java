package io.mien.orchestrator.reuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.orchestrator.key.Secrets;
import io.mien.store.json.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes prepared datasets equal: their crops, labels, split, recipe and terms, not where they
 * and the faces that they were packed from lie.
 */
final class DatasetIdentity {

  private static final List<String> PLACES = List.of("shards", "faces");

  private DatasetIdentity() {}

  /** Of the dataset and of each of its folds. */
  static Map<PrefixRef, String> of(DatasetPrepared prepared) {
    ObjectNode content = WireJson.MAPPER.valueToTree(prepared.summary());
    content.remove(PLACES);
    String digest = Secrets.hash(content.toString());
    Map<PrefixRef, String> identities = new HashMap<>();
    for (int fold = 1; fold <= prepared.folds().size(); fold++) {
      identities.put(prepared.folds().get(fold - 1), digest + "/" + fold);
    }
    identities.putIfAbsent(prepared.dataset(), digest + "/1");
    return identities;
  }
}
