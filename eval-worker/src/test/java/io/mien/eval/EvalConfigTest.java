package io.mien.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvalConfigTest {

  @Test
  void namesAndDefaultsStayAsTheyAre() {
    EvalConfig config = read(Map.of());

    assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.store().endpoint()).hasToString("http://localhost:9000");
    assertThat(config.store().namespace()).isEqualTo("mien");
    assertThat(config.worker().slots()).isEqualTo(1);
    assertThat(config.worker().workDirectory()).hasToString("/t/mien-eval-worker");
    assertThat(config.device()).isEqualTo("auto");
    assertThat(config.threads()).isEqualTo(1);
  }

  @Test
  void everyKeyCanBeSet() {
    EvalConfig config =
        read(
            Map.of(
                "mien.kafka.bootstrap-servers", "k:1",
                "mien.store.endpoint", "https://s3",
                "mien.store.namespace", "n",
                "mien.worker.slots", "3",
                "mien.worker.work-directory", "/w",
                "mien.device", "cuda:0",
                "mien.threads", "4"));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("k:1");
    assertThat(config.store().endpoint()).hasToString("https://s3");
    assertThat(config.store().namespace()).isEqualTo("n");
    assertThat(config.worker().slots()).isEqualTo(3);
    assertThat(config.worker().workDirectory()).hasToString("/w");
    assertThat(config.device()).isEqualTo("cuda:0");
    assertThat(config.threads()).isEqualTo(4);
  }

  private static EvalConfig read(Map<String, String> changes) {
    Map<String, String> properties = new HashMap<>(changes);
    properties.put("mien.store.access-key", "a");
    properties.put("mien.store.secret-key", "s");
    properties.put("java.io.tmpdir", "/t");
    return new SmallRyeConfigBuilder()
        .withMapping(EvalConfig.class)
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(EvalConfig.class);
  }
}
