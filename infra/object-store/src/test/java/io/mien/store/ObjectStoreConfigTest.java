package io.mien.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ObjectStoreConfigTest {

  private static final URI ENDPOINT = URI.create("http://127.0.0.1:9000");

  @Test
  void secretIsNeverPrinted() {
    assertThat(new ObjectStoreConfig(ENDPOINT, "mien", "hush", "mien").toString())
        .contains("mien")
        .doesNotContain("hush");
  }

  @Test
  void namespaceThatCannotNameABucketIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ObjectStoreConfig(ENDPOINT, "mien", "hush", "Mien_1"))
        .withMessageContaining("Mien_1");
  }

  @Test
  void endpointWithoutSchemeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ObjectStoreConfig(URI.create("store.example"), "mien", "hush", "mien"))
        .withMessageContaining("store.example");
  }
}
