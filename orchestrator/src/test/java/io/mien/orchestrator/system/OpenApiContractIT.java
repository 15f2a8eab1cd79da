package io.mien.orchestrator.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The description that lies in the repository, and that clients are generated from, is served. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class OpenApiContractIT {

  private static final Path FILE =
      Path.of("src", "main", "resources", "META-INF", "resources", "openapi.yaml");

  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void theFileIsWhatIsServed() throws IOException {
    String served = given().queryParam("format", "yaml").get("/q/openapi").asString();

    assertThat(
            JsonDifferences.between(YAML.readTree(Files.readString(FILE)), YAML.readTree(served)))
        .as(
            "Differences of what is served from orchestrator/%s. If they are meant, write it anew"
                + " with infra/bin/write-openapi, and look at what it changes for clients.",
            FILE)
        .isEmpty();
  }

  @Test
  void theFileIsServedAsItIs() throws IOException {
    assertThat(given().get("/openapi.yaml").asByteArray()).isEqualTo(Files.readAllBytes(FILE));
  }
}
