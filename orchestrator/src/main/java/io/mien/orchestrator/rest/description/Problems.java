package io.mien.orchestrator.rest.description;

import io.mien.contracts.rest.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Whatever does not succeed is answered with a {@link Problem}. */
final class Problems {

  private static final String NAME = "Problem";
  private static final String DEFAULT = "default";

  private Problems() {}

  static void describe(OpenAPI api) {
    api.getComponents().addSchema(NAME, schema());
    api.getComponents()
        .addResponse(
            NAME,
            OASFactory.createAPIResponse()
                .description("An error, after RFC 9457; code is stable and for programs")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(NAME)))));
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(Problems::describe);
  }

  private static void describe(Operation operation) {
    APIResponse problem = OASFactory.createAPIResponse().ref(NAME);
    operation.getResponses().addAPIResponse(DEFAULT, problem);
  }

  private static Schema schema() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .addProperty("type", text("urn:mien:problem: and the code"))
        .addProperty("title", text("Of the status"))
        .addProperty("status", status())
        .addProperty("code", text("Stable, such as dataset-not-found"))
        .addProperty("detail", text("What was attempted, which id, what was found, what to do"))
        .addProperty("instance", text("The path asked for"))
        .required(List.of("type", "title", "status", "code", "detail"));
  }

  private static Schema status() {
    return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int32");
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
