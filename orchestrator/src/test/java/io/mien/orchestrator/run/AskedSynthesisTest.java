package io.mien.orchestrator.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.store.json.WireJson;
import org.junit.jupiter.api.Test;

class AskedSynthesisTest {

  @Test
  void itemsAreKeptAsTheyCame() throws JsonProcessingException {
    AskedSynthesis asked =
        asked("{\"face\": \"largest\", \"items\": [{\"b\": 1, \"a\": [\"x\"]}, null, 7]}");

    assertThat(new String(asked.lines(), UTF_8)).isEqualTo("{\"b\":1,\"a\":[\"x\"]}\nnull\n7\n");
    assertThat(asked.request().items()).isEmpty();
    assertThat(asked.request().face()).isNotNull();
  }

  @Test
  void halfACharacterIsLeftToWhoeverReadsTheLine() throws JsonProcessingException {
    assertThat(new String(asked("{\"items\": [\"a\\ud800\", \"é\"]}").lines(), UTF_8))
        .isEqualToIgnoringCase("\"a\\ud800\"\n\"\\u00e9\"\n");
  }

  @Test
  void otherItemsAreOtherContent() throws JsonProcessingException {
    assertThat(asked("{\"items\": [1]}").content())
        .isEqualTo(asked("{ \"items\":[1] }").content())
        .isNotEqualTo(asked("{\"items\": [2]}").content())
        .isNotEqualTo(asked("{}").content());
    assertThat(asked("{\"items\": [{\"a\": 1, \"b\": 2}]}").content())
        .isEqualTo(asked("{\"items\": [{\"b\": 2, \"a\": 1}]}").content());
  }

  @Test
  void whatIsNoRequestIsNone() {
    assertThatThrownBy(() -> asked("[]")).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> asked("null")).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> asked("{\"items\": 7}")).isInstanceOf(JsonProcessingException.class);
  }

  private static AskedSynthesis asked(String json) throws JsonProcessingException {
    return AskedSynthesis.of(WireJson.MAPPER.readTree(json));
  }
}
