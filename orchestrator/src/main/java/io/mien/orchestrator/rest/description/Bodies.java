package io.mien.orchestrator.rest.description;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;

/** Which bodies may be left out, come first, have numbers in forms, or are no JSON. */
final class Bodies {

  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final String JSON = "application/json";
  private static final String FORM = "multipart/form-data";

  /** Of two kinds of body, what most photos come in; elsewhere JSON is first. */
  private static final String FORM_FIRST = "/v1/expressions";

  private final SchemaTypes types;

  Bodies(SchemaTypes types) {
    this.types = types;
  }

  void describe(DescribedMethod described) {
    RequestBody request = described.operation().getRequestBody();
    if (request != null) {
      order(request.getContent(), described.path().equals(FORM_FIRST));
      number(request.getContent());
      described
          .body()
          .filter(type -> type.hasAnnotation(NULLABLE))
          .ifPresent(type -> request.setRequired(false));
    }
    described
        .operation()
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> describe(status, response, described));
  }

  /** Generators whose clients send one kind of body take the first. */
  private static void order(Content content, boolean formFirst) {
    Map<String, MediaType> sorted = new TreeMap<>(content.getMediaTypes());
    content.setMediaTypes(formFirst ? new TreeMap<>(sorted).descendingMap() : sorted);
  }

  /** Fields of forms are text to us, and to the scanner whatever {@code @Schema} says. */
  private static void number(Content content) {
    MediaType form = content.getMediaType(FORM);
    if (form == null) {
      return;
    }
    for (Schema field : form.getSchema().getProperties().values()) {
      if ("int32".equals(field.getFormat())) {
        field.setType(List.of(Schema.SchemaType.INTEGER));
      } else if ("double".equals(field.getFormat())) {
        field.setType(List.of(Schema.SchemaType.NUMBER));
      }
    }
  }

  private void describe(String status, APIResponse response, DescribedMethod described) {
    if (response.getContent() != null) {
      response.getContent().getMediaTypes().forEach(Bodies::describe);
    } else if (status.startsWith("2") && !status.equals("204")) {
      response.setContent(json(types.answered(described.answer())));
    }
  }

  private static Content json(String schema) {
    return OASFactory.createContent()
        .addMediaType(
            JSON, OASFactory.createMediaType().schema(OASFactory.createSchema().ref(schema)));
  }

  /** Lines, images and archives are read as they come; only events are text to a client. */
  private static void describe(String name, MediaType media) {
    if (!name.equals(JSON)) {
      Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
      media.setSchema(name.equals("text/event-stream") ? text : text.format("binary"));
    }
  }
}
