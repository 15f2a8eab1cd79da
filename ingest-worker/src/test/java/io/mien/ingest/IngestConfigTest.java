package io.mien.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

  @Test
  void namesAndDefaultsStayAsTheyAre() {
    IngestConfig config = read(Map.of());

    assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.store().endpoint()).hasToString("http://localhost:9000");
    assertThat(config.store().namespace()).isEqualTo("mien");
    assertThat(config.worker().slots()).isEqualTo(1);
    assertThat(config.worker().workDirectory()).hasToString("/t/mien-ingest-worker");
    assertThat(config.threads()).isEqualTo(1);
    assertThat(config.sources().buckets()).isEmpty();
    assertThat(config.ingest().maxPixels()).isEqualTo(40_000_000);
    assertThat(config.ingest().minSide()).isEqualTo(16);
    assertThat(config.ingest().maxFileSize().asLongValue()).isEqualTo(64 << 20);
    assertThat(config.ingest().maxPhotoSize().asLongValue()).isEqualTo(20 << 20);
    assertThat(config.ingest().picturesPerTask()).isEqualTo(2000);
    assertThat(config.ingest().itemsPerTask()).isEqualTo(200);
    assertThat(config.ingest().maxItems()).isEqualTo(1_000_000);
    assertThat(config.ingest().cropsPerShard()).isEqualTo(1000);
    assertThat(config.ingest().maxMemory().asLongValue()).isEqualTo(1536L << 20);
    assertThat(config.ingest().yunetModel()).isEmpty();
    assertThat(config.ingest().archive().maxFiles()).isEqualTo(1_000_000);
    assertThat(config.ingest().archive().maxSize().asLongValue()).isEqualTo(256L << 30);
    assertThat(config.ingest().archive().maxRatio()).isEqualTo(200);
  }

  @Test
  void everyKeyCanBeSet() {
    IngestConfig config =
        read(
            Map.ofEntries(
                Map.entry("mien.kafka.bootstrap-servers", "k:1"),
                Map.entry("mien.store.endpoint", "https://s3"),
                Map.entry("mien.store.namespace", "n"),
                Map.entry("mien.worker.slots", "3"),
                Map.entry("mien.worker.work-directory", "/w"),
                Map.entry("mien.threads", "4"),
                Map.entry("mien.sources.buckets", "faces,more-faces"),
                Map.entry("mien.ingest.max-pixels", "5"),
                Map.entry("mien.ingest.min-side", "6"),
                Map.entry("mien.ingest.max-file-size", "7K"),
                Map.entry("mien.ingest.max-photo-size", "8K"),
                Map.entry("mien.ingest.pictures-per-task", "10"),
                Map.entry("mien.ingest.items-per-task", "13"),
                Map.entry("mien.ingest.max-items", "14"),
                Map.entry("mien.ingest.crops-per-shard", "9"),
                Map.entry("mien.ingest.yunet-model", "/m/yunet.onnx"),
                Map.entry("mien.ingest.max-memory", "1G"),
                Map.entry("mien.ingest.archive.max-files", "10"),
                Map.entry("mien.ingest.archive.max-size", "11K"),
                Map.entry("mien.ingest.archive.max-ratio", "12")));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("k:1");
    assertThat(config.store().endpoint()).hasToString("https://s3");
    assertThat(config.store().namespace()).isEqualTo("n");
    assertThat(config.worker().slots()).isEqualTo(3);
    assertThat(config.worker().workDirectory()).hasToString("/w");
    assertThat(config.threads()).isEqualTo(4);
    assertThat(config.sources().buckets()).contains(List.of("faces", "more-faces"));
    assertThat(config.ingest().maxPixels()).isEqualTo(5);
    assertThat(config.ingest().minSide()).isEqualTo(6);
    assertThat(config.ingest().maxFileSize().asLongValue()).isEqualTo(7 << 10);
    assertThat(config.ingest().maxPhotoSize().asLongValue()).isEqualTo(8 << 10);
    assertThat(config.ingest().picturesPerTask()).isEqualTo(10);
    assertThat(config.ingest().itemsPerTask()).isEqualTo(13);
    assertThat(config.ingest().maxItems()).isEqualTo(14);
    assertThat(config.ingest().cropsPerShard()).isEqualTo(9);
    assertThat(config.ingest().maxMemory().asLongValue()).isEqualTo(1L << 30);
    assertThat(config.ingest().yunetModel()).contains(Path.of("/m/yunet.onnx"));
    assertThat(config.ingest().archive().maxFiles()).isEqualTo(10);
    assertThat(config.ingest().archive().maxSize().asLongValue()).isEqualTo(11 << 10);
    assertThat(config.ingest().archive().maxRatio()).isEqualTo(12);
  }

  private static IngestConfig read(Map<String, String> changes) {
    Map<String, String> properties = new HashMap<>(changes);
    properties.put("mien.store.access-key", "a");
    properties.put("mien.store.secret-key", "s");
    properties.put("java.io.tmpdir", "/t");
    return new SmallRyeConfigBuilder()
        .withMapping(IngestConfig.class)
        .addDefaultInterceptors()
        .withConverter(
            io.quarkus.runtime.configuration.MemorySize.class, 100, new MemorySizeConverter())
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(IngestConfig.class);
  }
}
