package io.mien.orchestrator.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mien.contracts.Topics;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.rest.QualityRequest;
import io.mien.contracts.rest.SynthesisRequest;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.synthesis.SynthesisEvents;
import io.mien.contracts.synthesis.SynthesisItem;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the description of our events says is what the code reads and writes. */
class AsyncApiTest {

  private static JsonNode api;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        AsyncApiTest.class.getResourceAsStream("/META-INF/resources/asyncapi.yaml")) {
      api = new YAMLMapper().readTree(file);
    }
  }

  @Test
  void channelsAreOurTopics() {
    assertThat(texts(api.at("/channels"), "address"))
        .containsExactlyInAnyOrder(Topics.SYNTHESIS_REQUESTS, Topics.SYNTHESIS_RESULTS);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = api.findValuesAsText("$ref");

    assertThat(references).isNotEmpty();
    references.forEach(
        reference ->
            assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
  }

  @Test
  void messagesHaveTheTypesThatTheCodeKnows() {
    assertThat(texts(api.at("/components/messages"), "name"))
        .containsExactlyInAnyOrder(
            SynthesisEvents.REQUESTED,
            SynthesisEvents.STARTED,
            SynthesisEvents.REFUSED,
            SynthesisEvents.ENDED);
    api.at("/components/messages")
        .forEach(
            message ->
                assertThat(message.at("/payload/allOf/1/properties/type/const").asText())
                    .isEqualTo(message.path("name").asText()));
  }

  @Test
  void schemasHaveTheFieldsOfTheRecords() {
    assertFields("synthesisRequest", SynthesisRequest.class);
    assertFields("synthesisItem", SynthesisItem.class);
    assertFields("picture", SynthesisRequest.Picture.class);
    assertFields("qualityRequest", QualityRequest.class);
    assertFields("qualityOption", QualityRequest.Option.class);
    assertFields("synthesisView", SynthesisView.class);
    assertFields("itemCounts", SynthesisView.Items.class);
    assertFields("refusal", SynthesisEvents.Refusal.class);
    assertThat(words("/components/schemas/synthesisView/properties/state/enum"))
        .containsExactly(
            Arrays.stream(SynthesisView.State.values()).map(Enum::name).toArray(String[]::new));
    assertThat(words("/components/schemas/picture/properties/output/enum"))
        .containsExactly(
            Arrays.stream(ImageOutput.values()).map(ImageOutput::wireName).toArray(String[]::new));
    assertThat(words("/components/schemas/face/enum"))
        .containsExactly(
            Arrays.stream(FaceChoice.values())
                .filter(choice -> choice != FaceChoice.ALL)
                .map(FaceChoice::wireName)
                .toArray(String[]::new));
    assertThat(api.at("/components/schemas/synthesisRequest/properties/items/maxItems").asInt())
        .isEqualTo(SynthesisRequest.MOST_ITEMS);
  }

  @Test
  void examplesAreReadWithoutAnythingLeftOver() throws IOException {
    JsonNode examples = api.at("/components/messages/requested/examples");
    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples) {
      SynthesisRequest request =
          WireJson.MAPPER
              .readerFor(SynthesisRequest.class)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(example.at("/payload/data"));
      assertThat(request.source() != null || !request.items().isEmpty()).isTrue();
    }
  }

  private static void assertFields(String schema, Class<?> record) {
    assertThat(api.at("/components/schemas/" + schema + "/properties").fieldNames())
        .toIterable()
        .as(schema)
        .containsExactlyInAnyOrderElementsOf(fields(record));
  }

  /** As Jackson writes them. */
  private static List<String> fields(Class<?> record) {
    return WireJson.MAPPER
        .getSerializationConfig()
        .introspect(WireJson.MAPPER.constructType(record))
        .findProperties()
        .stream()
        .map(property -> property.getName())
        .toList();
  }

  private static List<String> texts(JsonNode objects, String field) {
    return elements(objects).map(each -> each.path(field).asText()).toList();
  }

  private static List<String> words(String path) {
    return elements(api.at(path)).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
