package io.mien.orchestrator.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.TaskSpec;
import io.mien.orchestrator.key.Secrets;
import io.mien.store.json.WireJson;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Digest of what a task is to do: equal for equal parameters and equal inputs, wherever the inputs
 * lie. An object counts by its SHA-256, a set of objects by that of its manifest; a prepared
 * dataset by what its manifest says of its content, since the manifest also says where things lie.
 */
final class SpecFingerprint {

  private static final Set<String> OBJECT = Set.of("bucket", "key", "bytes", "sha256");
  private static final Set<String> PREFIX = Set.of("bucket", "prefix", "manifest");

  private final Map<PrefixRef, String> datasets;

  /**
   * @param datasets identity of prepared datasets that are known
   */
  SpecFingerprint(Map<PrefixRef, String> datasets) {
    this.datasets = Map.copyOf(datasets);
  }

  String of(TaskSpec spec) {
    JsonNode written = WireJson.MAPPER.valueToTree(spec);
    return Secrets.hash(canonical(written).toString());
  }

  private JsonNode canonical(JsonNode node) {
    if (node.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(canonical(item)));
      return items;
    }
    return node instanceof ObjectNode object ? canonicalObject(object) : node;
  }

  private JsonNode canonicalObject(ObjectNode object) {
    Map<String, JsonNode> fields = new TreeMap<>();
    object.fieldNames().forEachRemaining(name -> fields.put(name, object.get(name)));
    if (fields.keySet().equals(OBJECT)) {
      return TextNode.valueOf(WireJson.MAPPER.convertValue(object, ObjectRef.class).sha256());
    }
    if (fields.keySet().equals(PREFIX)) {
      PrefixRef set = WireJson.MAPPER.convertValue(object, PrefixRef.class);
      return TextNode.valueOf(datasets.getOrDefault(set, set.manifest().sha256()));
    }
    ObjectNode sorted = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, value) -> sorted.set(name, canonical(value)));
    return sorted;
  }
}
