package io.mien.store.minio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.bucket.BucketReader;
import io.mien.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MinioBucketReaderIT {

  private static final RetryPolicy PATIENT =
      new RetryPolicy(60, Duration.ofMillis(200), Duration.ofMillis(500));
  private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  private static ObjectStoreConfig config;
  private static MinioObjectStore store;
  private static MinioBucketReader reader;
  private static String bucket;

  @BeforeAll
  static void start() {
    config = TestStore.config();
    store = new MinioObjectStore(config);
    store.createBuckets();
    reader = new MinioBucketReader(config, PATIENT, 3);
    bucket = config.namespace() + "-datasets";
  }

  @AfterAll
  static void stop() {
    reader.close();
    store.close();
  }

  @Test
  void everyObjectUnderAPrefixIsListedOverAllPages() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      keys.add("listed/" + (i % 2) + "/Zoë 顔+" + i + ".png");
    }
    keys.forEach(key -> put(key, key.getBytes(UTF_8)));
    put("listed-not/a.png", new byte[1]);

    List<BucketReader.Listed> listed = new ArrayList<>();
    reader.list(bucket, "listed/", listed::add);

    assertThat(listed)
        .extracting(BucketReader.Listed::key)
        .containsExactlyElementsOf(keys.stream().sorted().toList());
    assertThat(listed).allMatch(object -> object.bytes() == object.key().getBytes(UTF_8).length);
    assertThat(reader.holdsAny(bucket, "listed/1/")).isTrue();
    assertThat(reader.holdsAny(bucket, "listed/2/")).isFalse();
  }

  @Test
  void partsOfAnObjectAreRead() throws IOException {
    put("parts/a.txt", "0123456789".getBytes(UTF_8));

    assertThat(read("parts/a.txt", 3, 4)).isEqualTo("3456");
    assertThat(read("parts/a.txt", 8, 2)).isEqualTo("89");
    assertThat(read("parts/a.txt", 10, 0)).isEmpty();
    assertThat(reader.size(bucket, "parts/a.txt")).contains(10L);
    assertThat(reader.size(bucket, "parts/b.txt")).isEmpty();
    assertThatThrownBy(() -> read("parts/b.txt", 0, 1))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("object-missing");
  }

  @Test
  void aDownloadGoesOnWhereTheConnectionBroke() throws IOException {
    byte[] large = new byte[48 << 20];
    new Random(3).nextBytes(large);
    put("large/a.bin", large);

    byte[] read;
    try (InputStream in = reader.open(bucket, "large/a.bin", 5, large.length - 5)) {
      byte[] head = in.readNBytes(1000);
      TestServers.objectStore().stop();
      TestServers.objectStore().start();
      byte[] rest = in.readAllBytes();
      read = Arrays.copyOf(head, head.length + rest.length);
      System.arraycopy(rest, 0, read, head.length, rest.length);
    }

    assertThat(Arrays.equals(read, Arrays.copyOfRange(large, 5, large.length))).isTrue();
  }

  @Test
  void bucketsThatAreNotThereAreNotAskedForAgain() {
    assertThatThrownBy(() -> reader.holdsAny("no-such-bucket", "a/"))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("bucket-unreadable");
  }

  @Test
  void aStoreThatIsAwayIsUnavailable() {
    ObjectStoreConfig nowhere =
        new ObjectStoreConfig(URI.create("http://127.0.0.1:1"), "key", "secret", "mien-test");

    try (MinioBucketReader away = new MinioBucketReader(nowhere, ONCE, 3)) {
      assertThatThrownBy(() -> away.holdsAny(bucket, "a/")).isInstanceOf(Unavailable.class);
    }
  }

  private static void put(String key, byte[] content) {
    store.put(Bucket.DATASETS, key, content, "application/octet-stream");
  }

  private static String read(String key, long offset, long length) throws IOException {
    try (InputStream in = reader.open(bucket, key, offset, length)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
