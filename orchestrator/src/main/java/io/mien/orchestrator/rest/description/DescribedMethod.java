package io.mien.orchestrator.rest.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method of a resource, and the operation that describes it. An operation that takes several
 * kinds of body has a method for each.
 */
record DescribedMethod(String path, Operation operation, MethodInfo method) {

  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
  private static final DotName RESPONSE =
      DotName.createSimple("org.jboss.resteasy.reactive.RestResponse");
  private static final DotName BODY_SCHEMA =
      DotName.createSimple(
          "org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema");
  private static final List<String> OF_REQUEST = List.of("jakarta.ws.rs.", "org.jboss.resteasy.");

  /** Every method that is described. */
  static List<DescribedMethod> all(IndexView index, OpenAPI api) {
    List<DescribedMethod> all = new ArrayList<>();
    for (PathItem.HttpMethod verb : PathItem.HttpMethod.values()) {
      for (AnnotationInstance found : index.getAnnotations("jakarta.ws.rs." + verb)) {
        if (found.target().kind() == AnnotationTarget.Kind.METHOD) {
          of(found.target().asMethod(), verb, api).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private static Optional<DescribedMethod> of(
      MethodInfo method, PathItem.HttpMethod verb, OpenAPI api) {
    String path = path(method);
    return Optional.ofNullable(api.getPaths().getPathItem(path))
        .map(item -> item.getOperations().get(verb))
        .map(operation -> new DescribedMethod(path, operation, method));
  }

  /** Without what parameters must match. */
  private static String path(MethodInfo method) {
    String path =
        value(method.declaringClass().declaredAnnotation(PATH))
            + value(method.declaredAnnotation(PATH));
    return path.replaceAll("\\s*:[^}]*}", "}");
  }

  private static String value(@Nullable AnnotationInstance path) {
    return path == null ? "" : path.value().asString();
  }

  /** What the body is read as, if it is one object. */
  Optional<Type> body() {
    return method.parameters().stream()
        .filter(DescribedMethod::isBody)
        .map(DescribedMethod::described)
        .findFirst();
  }

  /** What is taken as it comes says by an annotation what it is to be. */
  private static Type described(MethodParameterInfo parameter) {
    AnnotationInstance schema = parameter.declaredAnnotation(BODY_SCHEMA);
    return schema == null ? parameter.type() : schema.value().asClass();
  }

  /** What is answered, without what it comes in. */
  Type answer() {
    Type returned = method.returnType();
    return returned.name().equals(RESPONSE)
        ? returned.asParameterizedType().arguments().get(0)
        : returned;
  }

  private static boolean isBody(MethodParameterInfo parameter) {
    return parameter.declaredAnnotations().stream()
        .map(annotation -> annotation.name().toString())
        .noneMatch(name -> OF_REQUEST.stream().anyMatch(name::startsWith));
  }
}
