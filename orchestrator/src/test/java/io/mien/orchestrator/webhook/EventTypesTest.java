package io.mien.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.WebhookRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  @Test
  void typesAndBeginningsOfTypesAreTakenOnce() {
    assertThat(new EventTypes(List.of("run.", "task.dead", "run.")).names())
        .containsExactly("run.", "task.dead");
    assertThat(new EventTypes(WebhookRequest.USUAL).names()).isEqualTo(WebhookRequest.USUAL);
  }

  @Test
  void whatCanBeNoTypeIsRefused() {
    for (List<String> names :
        List.of(
            List.<String>of(),
            List.of(""),
            List.of("."),
            List.of("Run.succeeded"),
            List.of("run.%"),
            List.of("run..x"),
            List.of("x".repeat(81)),
            Collections.nCopies(51, "run."),
            Collections.<String>singletonList(null))) {
      assertThatThrownBy(() -> new EventTypes(names))
          .as("%s", names)
          .isInstanceOfSatisfying(
              InvalidInput.class, e -> assertThat(e.code()).isEqualTo("bad-field"));
    }
  }
}
