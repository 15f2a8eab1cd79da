package io.mien.orchestrator.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.store.json.WireJson;
import java.util.function.Function;

/** A line of the results as clients get it: every image says where it is fetched. */
final class LinkedItem {

  private LinkedItem() {}

  /**
   * @param links the address of an image
   */
  static JsonNode of(SynthesisedItem item, Function<ObjectRef, String> links) {
    ObjectNode line = WireJson.MAPPER.valueToTree(item);
    for (int i = 0; i < item.images().size(); i++) {
      String url = links.apply(item.images().get(i).image());
      ((ObjectNode) line.get("images").get(i)).put("url", url);
    }
    return line;
  }
}
