package io.mien.orchestrator.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.StepsRequest;
import io.mien.contracts.rest.TemplateView;
import io.mien.contracts.rest.TemplateView.Parameter;
import io.mien.store.json.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Steps with parameters: in their JSON {@code {"$parameter": name}} stands for a parameter's value.
 *
 * @param steps as in {@link StepsRequest}
 */
public record RunTemplate(
    String name, String description, List<Parameter> parameters, ArrayNode steps) {

  private static final String PARAMETER = "$parameter";

  public RunTemplate {
    parameters = List.copyOf(parameters);
  }

  public TemplateView view() {
    return new TemplateView(name, description, parameters);
  }

  /**
   * The steps with these values.
   *
   * @throws InvalidInput {@code bad-field} for a parameter that is missing or that there is not
   */
  public List<StepsRequest.Step> steps(Map<String, Object> values) {
    Map<String, JsonNode> known = new HashMap<>();
    for (Parameter parameter : parameters) {
      known.put(parameter.name(), WireJson.MAPPER.valueToTree(value(parameter, values)));
    }
    values.keySet().stream()
        .filter(given -> !known.containsKey(given))
        .findFirst()
        .ifPresent(
            given -> {
              throw new InvalidInput(
                  "bad-field",
                  "Template %s has no parameter '%s'; it has %s."
                      .formatted(name, given, parameters.stream().map(Parameter::name).toList()));
            });
    return List.of(WireJson.MAPPER.convertValue(filled(steps, known), StepsRequest.Step[].class));
  }

  private Object value(Parameter parameter, Map<String, Object> values) {
    Object value = values.getOrDefault(parameter.name(), parameter.value());
    if (value == null) {
      throw new InvalidInput(
          "bad-field",
          "Template %s needs the parameter '%s' (%s), which is missing."
              .formatted(name, parameter.name(), parameter.description()));
    }
    return value;
  }

  private static JsonNode filled(JsonNode json, Map<String, JsonNode> values) {
    if (json instanceof ArrayNode array) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> items.add(filled(item, values)));
      return items;
    }
    if (!(json instanceof ObjectNode object)) {
      return json;
    }
    if (object.has(PARAMETER)) {
      return Objects.requireNonNull(values.get(object.path(PARAMETER).asText()));
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object
        .fields()
        .forEachRemaining(field -> copy.set(field.getKey(), filled(field.getValue(), values)));
    return copy;
  }
}
