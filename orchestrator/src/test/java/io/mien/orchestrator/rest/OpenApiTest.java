package io.mien.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.synthesis.SynthesisItem;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What our description of the REST interface promises to those who generate clients from it. */
class OpenApiTest {

  private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

  private static JsonNode api;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        OpenApiTest.class.getResourceAsStream("/META-INF/resources/openapi.yaml")) {
      api = new YAMLMapper().readTree(file);
    }
  }

  @Test
  void everyOperationHasANameOfItsOwnAndSaysWhatItDoes() {
    List<String> names = new ArrayList<>();
    forEachOperation(
        operation -> {
          names.add(operation.path("operationId").asText());
          assertThat(operation.path("summary").asText()).as(operation.toString()).isNotBlank();
          assertThat(operation.path("tags")).as(operation.toString()).hasSize(1);
        });

    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]+"))
        .contains("startRun", "startExpressions", "startSynthesis", "getSynthesisResults");
  }

  @Test
  void whatDoesNotSucceedIsAProblem() {
    forEachOperation(
        operation ->
            assertThat(operation.at("/responses/default/$ref").asText())
                .isEqualTo("#/components/responses/Problem"));
    assertThat(api.at("/components/responses/Problem/content").fieldNames())
        .toIterable()
        .containsExactly("application/problem+json");
    assertFields("Problem", Problem.class);
    assertThat(words("/components/schemas/Problem/required"))
        .containsExactlyInAnyOrder("type", "title", "status", "code", "detail");
  }

  @Test
  void whatSucceedsHasContentUnlessItHasNone() {
    forEachOperation(
        operation ->
            operation
                .path("responses")
                .properties()
                .forEach(
                    response -> {
                      boolean none =
                          response.getKey().equals("204") || response.getKey().equals("default");
                      assertThat(response.getValue().path("content").isEmpty())
                          .as("%s %s", operation.path("operationId"), response.getKey())
                          .isEqualTo(none);
                    }));
  }

  @Test
  void everyReferenceLeadsSomewhereAndNoSchemaIsNumbered() {
    List<String> references = api.findValuesAsText("$ref");

    assertThat(references).isNotEmpty();
    references.forEach(
        reference ->
            assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    assertThat(api.at("/components/schemas").fieldNames())
        .toIterable()
        .allMatch(name -> name.matches("[A-Z][A-Za-z]+"))
        .contains("SynthesisViewState", "RunId", "PageRunView");
  }

  @Test
  void photosAndItemsComeAsFormsOrAsJson() {
    assertThat(bodies("/v1/expressions"))
        .containsExactly("multipart/form-data", "application/json");
    assertThat(bodies("/v1/syntheses")).containsExactly("application/json", "multipart/form-data");
    assertThat(form("/v1/expressions", "photo").path("format").asText()).isEqualTo("binary");
    assertThat(form("/v1/expressions", "size").path("type").asText()).isEqualTo("integer");
    assertThat(form("/v1/syntheses", "items").path("format").asText()).isEqualTo("binary");
  }

  @Test
  void fieldsThatAreAlwaysThereAreRequired() {
    assertFields("SynthesisView", SynthesisView.class);
    assertThat(words("/components/schemas/SynthesisView/required"))
        .contains("runId", "items", "resultsUrl")
        .doesNotContain("deadline", "error");
    assertFields("RunRequest", RunRequest.class);
    assertThat(words("/components/schemas/RunRequest/required"))
        .containsExactlyInAnyOrder("datasetId", "preset");
    assertFields("SynthesisItem", SynthesisItem.class);
    assertThat(words("/components/schemas/SynthesisItem/required"))
        .containsExactlyInAnyOrder("custom_id", "photo");
  }

  @Test
  void idsAreUuidsAndStreamsAreNoJson() {
    assertThat(api.at("/components/schemas/RunId/format").asText()).isEqualTo("uuid");
    assertThat(api.at("/components/schemas/UploadId/format").asText()).isEqualTo("uuid");
    assertThat(answer("/v1/syntheses/{runId}/results", "application/x-ndjson").path("format"))
        .hasToString("\"binary\"");
    assertThat(answer("/v1/syntheses/{runId}/archive", "application/zip").path("format"))
        .hasToString("\"binary\"");
    assertThat(answer("/v1/events", "text/event-stream").path("type")).hasToString("\"string\"");
  }

  @Test
  void everythingButTheSignInNeedsAKey() {
    assertThat(api.at("/components/securitySchemes/apiKey/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/security/0/apiKey").isArray()).isTrue();
    assertThat(api.path("paths").path("/v1/session").path("post").path("security").isEmpty())
        .isTrue();
  }

  private static void forEachOperation(Consumer<JsonNode> check) {
    api.path("paths")
        .forEach(
            path ->
                path.properties().stream()
                    .filter(operation -> VERBS.contains(operation.getKey()))
                    .forEach(operation -> check.accept(operation.getValue())));
  }

  private static void assertFields(String schema, Class<?> record) {
    assertThat(api.at("/components/schemas/" + schema + "/properties").fieldNames())
        .toIterable()
        .as(schema)
        .containsExactlyInAnyOrderElementsOf(
            WireJson.MAPPER
                .getSerializationConfig()
                .introspect(WireJson.MAPPER.constructType(record))
                .findProperties()
                .stream()
                .map(property -> property.getName())
                .toList());
  }

  private static JsonNode content(String path) {
    return api.path("paths").path(path).path("post").path("requestBody").path("content");
  }

  private static List<String> bodies(String path) {
    return content(path).properties().stream().map(body -> body.getKey()).toList();
  }

  private static JsonNode form(String path, String field) {
    return content(path).path("multipart/form-data").path("schema").path("properties").path(field);
  }

  private static JsonNode answer(String path, String type) {
    return api.path("paths").path(path).at("/get/responses/200/content").path(type).path("schema");
  }

  private static Stream<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
  }

  private static List<String> words(String path) {
    return words(api.at(path)).toList();
  }
}
