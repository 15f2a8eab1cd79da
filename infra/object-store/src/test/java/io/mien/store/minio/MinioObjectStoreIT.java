package io.mien.store.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.ObjectStoreContract;
import io.mien.testkit.TestServers;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract against the S3 server that one machine runs. */
class MinioObjectStoreIT extends ObjectStoreContract {

  private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  private static ObjectStoreConfig config;
  private static MinioObjectStore store;

  @BeforeAll
  static void start() {
    config = TestStore.config();
    store = new MinioObjectStore(config);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Override
  protected ObjectStore store() {
    return store;
  }

  @Test
  void wrongKeysAreRefusedWithoutRetry() {
    ObjectStoreConfig wrong =
        new ObjectStoreConfig(
            config.endpoint(), config.accessKey(), "not-the-secret", config.namespace());

    try (MinioObjectStore stranger = new MinioObjectStore(wrong)) {
      assertUnavailable("store-refused", stranger);
    }
  }

  @Test
  void storeThatIsAwayIsUnavailable() {
    ObjectStoreConfig nowhere =
        new ObjectStoreConfig(URI.create("http://127.0.0.1:1"), "key", "secret", "mien-test");

    try (MinioObjectStore away = new MinioObjectStore(nowhere, ONCE)) {
      assertUnavailable("store-unavailable", away);
    }
  }

  @Test
  void storeThatComesBackInTimeIsNotNoticed() throws Exception {
    RetryPolicy patient = new RetryPolicy(60, Duration.ofMillis(200), Duration.ofMillis(500));
    TestServers.objectStore().stop();

    try (MinioObjectStore waiting = new MinioObjectStore(config, patient)) {
      CompletableFuture<ObjectRef> put =
          CompletableFuture.supplyAsync(
              () -> waiting.put(Bucket.MODELS, "waited/for", new byte[] {1}, "text/plain"));
      TestServers.objectStore().start();

      assertThat(store.read(put.get(60, TimeUnit.SECONDS))).containsExactly(1);
    }
  }

  private static void assertUnavailable(String code, ObjectStore store) {
    assertThatThrownBy(() -> store.put(Bucket.MODELS, "a/b", new byte[] {1}, "text/plain"))
        .asInstanceOf(type(Unavailable.class))
        .extracting(Unavailable::code)
        .isEqualTo(code);
  }
}
