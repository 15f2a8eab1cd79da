package io.mien.orchestrator.rest.description;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Every call brings an API key, but for the sign-in. */
final class Security {

  private static final String KEY = "apiKey";
  private static final String SESSION = "/v1/session";

  private Security() {}

  static void describe(OpenAPI api) {
    api.getComponents()
        .addSecurityScheme(
            KEY,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key, as POST /v1/keys makes it"));
    api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(KEY, List.of())));
    api.getPaths()
        .getPathItem(SESSION)
        .getOperations()
        .values()
        .forEach(operation -> operation.setSecurity(List.of()));
  }
}
