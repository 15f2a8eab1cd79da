package io.mien.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.synth.image.Marking;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthConfigTest {

  @Test
  void namesAndDefaultsStayAsTheyAre() {
    SynthConfig config = read(Map.of());

    assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.store().endpoint()).hasToString("http://localhost:9000");
    assertThat(config.store().namespace()).isEqualTo("mien");
    assertThat(config.worker().slots()).isEqualTo(4);
    assertThat(config.worker().workDirectory()).hasToString("/t/mien-synth-worker");
    assertThat(config.device()).isEqualTo("auto");
    assertThat(config.threads()).isEqualTo(1);
    assertThat(config.synth().batchSize()).isEmpty();
    assertThat(config.synth().maxWait()).isEqualTo(Duration.ofMillis(5));
    assertThat(config.synth().maxCheckpointsMemory().asLongValue()).isEqualTo(1L << 30);
    assertThat(config.synth().maxCheckpointsDisk().asLongValue()).isEqualTo(4L << 30);
    assertThat(config.synth().reuseItems()).isTrue();
    assertThat(config.synth().signing().certificates()).isEmpty();
    assertThat(config.synth().signing().key()).isEmpty();
    assertThat(config.synth().watermark().method()).isEqualTo(SynthConfig.WatermarkMethod.NONE);
    assertThat(config.synth().watermark().installation()).isZero();
  }

  @Test
  void everyKeyCanBeSet() {
    SynthConfig config =
        read(
            Map.ofEntries(
                Map.entry("mien.kafka.bootstrap-servers", "k:1"),
                Map.entry("mien.store.endpoint", "https://s3"),
                Map.entry("mien.store.namespace", "n"),
                Map.entry("mien.worker.slots", "3"),
                Map.entry("mien.worker.work-directory", "/w"),
                Map.entry("mien.device", "cuda:0"),
                Map.entry("mien.threads", "4"),
                Map.entry("mien.synth.batch-size", "32"),
                Map.entry("mien.synth.max-wait", "2ms"),
                Map.entry("mien.synth.max-checkpoints-memory", "8G"),
                Map.entry("mien.synth.max-checkpoints-disk", "20G"),
                Map.entry("mien.synth.reuse-items", "false"),
                Map.entry("mien.synth.signing.certificates", "/c.pem"),
                Map.entry("mien.synth.signing.key", "/k.pem"),
                Map.entry("mien.synth.watermark.method", "stdm"),
                Map.entry("mien.synth.watermark.installation", "7")));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("k:1");
    assertThat(config.store().endpoint()).hasToString("https://s3");
    assertThat(config.store().namespace()).isEqualTo("n");
    assertThat(config.worker().slots()).isEqualTo(3);
    assertThat(config.worker().workDirectory()).hasToString("/w");
    assertThat(config.device()).isEqualTo("cuda:0");
    assertThat(config.threads()).isEqualTo(4);
    assertThat(config.synth().batchSize()).hasValue(32);
    assertThat(config.synth().reuseItems()).isFalse();
    assertThat(config.synth().maxWait()).isEqualTo(Duration.ofMillis(2));
    assertThat(config.synth().maxCheckpointsMemory().asLongValue()).isEqualTo(8L << 30);
    assertThat(config.synth().maxCheckpointsDisk().asLongValue()).isEqualTo(20L << 30);
    assertThat(config.synth().signing().certificates()).contains(Path.of("/c.pem"));
    assertThat(config.synth().signing().key()).contains(Path.of("/k.pem"));
    assertThat(config.synth().watermark().method()).isEqualTo(SynthConfig.WatermarkMethod.STDM);
    assertThat(config.synth().watermark().installation()).isEqualTo(7);
  }

  @Test
  void halfASignerIsRefused() {
    SynthConfig config = read(Map.of("mien.synth.signing.key", "/k.pem"));

    assertThatThrownBy(
            () -> ConfiguredMarking.of(config.synth(), Clock.systemUTC(), UUID::randomUUID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Sign images: only mien.synth.signing.key is set. Set certificates and key, or neither.");
  }

  @Test
  void markingIsTextsAloneUnlessMoreIsAskedFor() {
    SynthConfig config = read(Map.of());

    assertThat(ConfiguredMarking.of(config.synth(), Clock.systemUTC(), UUID::randomUUID))
        .isEqualTo(Marking.NONE);
  }

  @Test
  void theVersionChangesWithTheMarks(@TempDir Path folder) throws IOException {
    Path certificates = Files.writeString(folder.resolve("c.pem"), "a certificate");
    String signing = "mien.synth.signing.certificates";
    Map<String, String> stdm = Map.of("mien.synth.watermark.method", "stdm");
    List<Map<String, String>> all =
        List.of(Map.of(), stdm, Map.of(signing, certificates.toString()));

    assertThat(all.stream().map(changes -> SynthBeans.version(read(changes).synth())))
        .doesNotHaveDuplicates()
        .allMatch(version -> version.startsWith(WorkerVersion.CURRENT + "+"));
    assertThat(SynthBeans.version(read(stdm).synth()))
        .isEqualTo(SynthBeans.version(read(stdm).synth()));
  }

  private static SynthConfig read(Map<String, String> changes) {
    Map<String, String> properties = new HashMap<>(changes);
    properties.put("mien.store.access-key", "a");
    properties.put("mien.store.secret-key", "s");
    properties.put("java.io.tmpdir", "/t");
    return new SmallRyeConfigBuilder()
        .withMapping(SynthConfig.class)
        .addDefaultInterceptors()
        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
        .withConverter(Duration.class, 100, new DurationConverter())
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(SynthConfig.class);
  }
}
