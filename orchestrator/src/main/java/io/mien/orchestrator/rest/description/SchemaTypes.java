package io.mien.orchestrator.rest.description;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which of our classes a schema of some name is of. The scanner does not tell, and numbers the
 * schemas of classes with the same simple name; so types and schemas are walked side by side, from
 * what methods take and answer.
 */
final class SchemaTypes {

  private static final String JSON = "application/json";

  private final IndexView index;
  private final Map<String, Schema> schemas;
  private final Map<String, ClassInfo> asked = new TreeMap<>();
  private final Map<String, ClassInfo> answered = new TreeMap<>();

  SchemaTypes(IndexView index, Map<String, Schema> schemas) {
    this.index = index;
    this.schemas = schemas;
  }

  /** Classes of the schemas that requests consist of. */
  Map<String, ClassInfo> asked() {
    return asked;
  }

  /** Classes of all schemas. */
  Map<String, ClassInfo> all() {
    Map<String, ClassInfo> all = new TreeMap<>(answered);
    all.putAll(asked);
    return all;
  }

  /** The name of the schema of a class that some method answers with 200. */
  String answered(Type type) {
    return answered.entrySet().stream()
        .filter(entry -> entry.getValue().name().equals(type.name()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No schema is known of " + type + " in an answer."));
  }

  /** Takes in what a method takes and answers. */
  void add(DescribedMethod described) {
    RequestBody request = described.operation().getRequestBody();
    if (request != null) {
      described.body().ifPresent(type -> visit(type, schema(request.getContent()), asked));
    }
    for (APIResponse response : described.operation().getResponses().getAPIResponses().values()) {
      visit(described.answer(), schema(response.getContent()), answered);
    }
  }

  private static @Nullable Schema schema(@Nullable Content content) {
    return content == null || !content.hasMediaType(JSON)
        ? null
        : content.getMediaType(JSON).getSchema();
  }

  private void visit(Type type, @Nullable Schema schema, Map<String, ClassInfo> found) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null) {
      String name = SchemaVisitor.name(schema.getRef());
      ClassInfo known = index.getClassByName(type.name());
      if (known != null && found.putIfAbsent(name, known) == null && known.isRecord()) {
        visitComponents(known, type, schemas.get(name), found);
      }
    } else if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
      List<Type> arguments = type.asParameterizedType().arguments();
      Type element = arguments.get(arguments.size() - 1);
      visit(element, schema.getItems(), found);
      visit(element, schema.getAdditionalPropertiesSchema(), found);
    }
  }

  private void visitComponents(
      ClassInfo record, Type as, @Nullable Schema schema, Map<String, ClassInfo> found) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    Map<String, Type> arguments = arguments(record, as);
    for (RecordComponentInfo component : record.recordComponentsInDeclarationOrder()) {
      Schema property = schema.getProperties().get(RecordField.of(component).name());
      visit(resolved(component.type(), arguments), property, found);
    }
  }

  /** What the type variables of a generic record stand for. */
  private static Map<String, Type> arguments(ClassInfo record, Type as) {
    return IntStream.range(0, record.typeParameters().size())
        .boxed()
        .collect(
            Collectors.toMap(
                at -> record.typeParameters().get(at).identifier(),
                at -> as.asParameterizedType().arguments().get(at)));
  }

  /** Variables occur as such, and as the elements of lists. */
  private static Type resolved(Type type, Map<String, Type> arguments) {
    return switch (type.kind()) {
      case TYPE_VARIABLE -> arguments.getOrDefault(type.asTypeVariable().identifier(), type);
      case PARAMETERIZED_TYPE ->
          ParameterizedType.create(
              type.name(),
              type.asParameterizedType().arguments().stream()
                  .map(argument -> resolved(argument, arguments))
                  .toArray(Type[]::new),
              null);
      default -> type;
    };
  }
}
