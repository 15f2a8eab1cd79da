package io.mien.orchestrator.rest.description;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;

/**
 * Nested classes are named with the class around them: {@code SynthesisViewState}, not {@code
 * State1}, whose number would change with every new class of that name. What a resource has for
 * itself is named without it. What nothing refers to is left out.
 */
final class SchemaNames {

  private final Map<String, Schema> schemas;
  private final Map<String, String> names = new TreeMap<>();
  private final Set<String> used = new TreeSet<>();

  private SchemaNames(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  static void describe(OpenAPI api, SchemaTypes types) {
    SchemaNames given = new SchemaNames(Map.copyOf(api.getComponents().getSchemas()));
    types.all().forEach(given::give);
    SchemaVisitor.visit(api, given::refer);
    Map<String, Schema> renamed = new TreeMap<>();
    given.schemas.forEach(
        (name, schema) -> {
          if (given.used.contains(given.name(name))) {
            renamed.put(given.name(name), schema);
          }
        });
    api.getComponents().setSchemas(renamed);
  }

  private void give(String name, ClassInfo type) {
    if (type.enclosingClass() != null) {
      String around = type.enclosingClass().withoutPackagePrefix().replace("$", "");
      boolean alone = around.endsWith("Resource");
      names.put(name, alone ? type.simpleName() : around + type.simpleName() + value(around, type));
    }
  }

  /** Generators name the map of a field as the class would be named. */
  private String value(String around, ClassInfo type) {
    Schema outer = schemas.get(around);
    boolean mapped =
        outer != null
            && outer.getProperties().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(type.simpleName()))
                .anyMatch(field -> field.getValue().getAdditionalPropertiesSchema() != null);
    return mapped ? "Value" : "";
  }

  private void refer(Schema schema) {
    if (schema.getRef() != null) {
      String name = name(SchemaVisitor.name(schema.getRef()));
      schema.setRef(name);
      used.add(name);
    }
  }

  private String name(String scanned) {
    return names.getOrDefault(scanned, scanned);
  }
}
