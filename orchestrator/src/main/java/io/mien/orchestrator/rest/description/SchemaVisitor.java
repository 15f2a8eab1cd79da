package io.mien.orchestrator.rest.description;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Goes to every schema of a description once, however deep it lies. */
final class SchemaVisitor {

  private final Consumer<Schema> action;
  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SchemaVisitor(Consumer<Schema> action) {
    this.action = action;
  }

  static void visit(OpenAPI api, Consumer<Schema> action) {
    SchemaVisitor visitor = new SchemaVisitor(action);
    api.getComponents().getSchemas().values().forEach(visitor::visit);
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(visitor::visit);
  }

  /** What a reference leads to. */
  static String name(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private void visit(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> visit(parameter.getSchema()));
    }
    if (operation.getRequestBody() != null) {
      visit(operation.getRequestBody().getContent());
    }
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(response -> visit(response.getContent()));
  }

  private void visit(@Nullable Content content) {
    if (content != null) {
      content.getMediaTypes().values().forEach(media -> visit(media.getSchema()));
    }
  }

  private void visit(@Nullable Schema schema) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    action.accept(schema);
    visit(schema.getItems());
    visit(schema.getAdditionalPropertiesSchema());
    if (schema.getProperties() != null) {
      visit(schema.getProperties().values());
    }
    visit(schema.getAllOf());
    visit(schema.getAnyOf());
    visit(schema.getOneOf());
  }

  private void visit(@Nullable Collection<Schema> schemas) {
    if (schemas != null) {
      List.copyOf(schemas).forEach(this::visit);
    }
  }
}
