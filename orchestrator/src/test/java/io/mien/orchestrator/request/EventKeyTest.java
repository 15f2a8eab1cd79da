package io.mien.orchestrator.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventKeyTest {

  @Test
  void whatCannotBeKeptIsNoKey() {
    assertThat(new EventKey("/shop", "order 7 é").id()).isEqualTo("order 7 é");
    assertThatThrownBy(() -> new EventKey("/shop", "a\u0000")).hasMessageContaining("control");
    assertThatThrownBy(() -> new EventKey("/shop", "a".repeat(996)))
        .hasMessageContaining("1001 characters");
  }
}
