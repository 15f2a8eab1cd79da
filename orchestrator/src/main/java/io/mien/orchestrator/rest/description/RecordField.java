package io.mien.orchestrator.rest.description;

import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/** A component of a record, as Jackson reads and writes it. */
record RecordField(RecordComponentInfo component, MethodInfo constructor, int position) {

  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName INCLUDE =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
  private static final DotName PROPERTY =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
  private static final DotName TEXT = DotName.createSimple("java.lang.String");

  static RecordField of(RecordComponentInfo component) {
    ClassInfo record = component.declaringClass();
    return new RecordField(
        component,
        record.canonicalRecordConstructor(),
        record.recordComponentsInDeclarationOrder().indexOf(component));
  }

  static List<RecordField> all(ClassInfo record) {
    return record.recordComponentsInDeclarationOrder().stream().map(RecordField::of).toList();
  }

  String name() {
    return annotation(PROPERTY)
        .map(property -> property.value().asString())
        .orElse(component.name());
  }

  /** An answer has it, whatever its value is. */
  boolean isAlwaysWritten() {
    return !isNullable() && !(isLeftOutWhenEmpty() && (isText() || isContainer()));
  }

  /** A request without it is refused; an absent number is taken for 0. */
  boolean mustBeSent() {
    Type taken = constructor.parameterType(position);
    return !isNullable()
        && !taken.hasAnnotation(NULLABLE)
        && taken.kind() != Type.Kind.PRIMITIVE
        && !(isLeftOutWhenEmpty() && isContainer());
  }

  private boolean isNullable() {
    return component.type().hasAnnotation(NULLABLE);
  }

  private boolean isText() {
    return component.type().name().equals(TEXT);
  }

  private boolean isContainer() {
    return component.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
  }

  private boolean isLeftOutWhenEmpty() {
    return annotation(INCLUDE)
        .or(() -> Optional.ofNullable(component.declaringClass().declaredAnnotation(INCLUDE)))
        .filter(include -> include.value().asEnum().equals("NON_EMPTY"))
        .isPresent();
  }

  /** Jackson's annotations are of the field. */
  private Optional<AnnotationInstance> annotation(DotName name) {
    return Optional.ofNullable(component.field().declaredAnnotation(name));
  }
}
