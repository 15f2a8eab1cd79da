package io.mien.orchestrator.rest.description;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;

/**
 * Which fields are always there. Our records say so by types that are not {@code @Nullable}; none
 * of them writes a null, so that a field without a value is absent.
 */
final class FieldPresence {

  private FieldPresence() {}

  static void describe(Map<String, Schema> schemas, SchemaTypes types) {
    schemas.forEach(
        (name, schema) -> {
          ClassInfo type = types.all().get(name);
          if (type != null && type.isRecord() && schema.getProperties() != null) {
            require(schema, type, types.asked().containsKey(name));
          }
        });
  }

  private static void require(Schema schema, ClassInfo record, boolean asked) {
    Predicate<RecordField> present = asked ? RecordField::mustBeSent : RecordField::isAlwaysWritten;
    List<String> required =
        RecordField.all(record).stream()
            .filter(present)
            .map(RecordField::name)
            .filter(schema.getProperties()::containsKey)
            .toList();
    if (!required.isEmpty()) {
      schema.setRequired(required);
    }
  }
}
