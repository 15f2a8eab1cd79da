package io.mien.store.minio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.ObjectStoreContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against the S3 server that one machine runs. */
class EmbeddedStoreIT extends ObjectStoreContract {

  private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  @TempDir static Path data;

  private static EmbeddedStore server;
  private static MinioObjectStore store;

  @BeforeAll
  static void start() {
    server = new EmbeddedStore(data);
    store = new MinioObjectStore(server.config());
  }

  @AfterAll
  static void stop() {
    store.close();
    server.close();
  }

  @Override
  protected ObjectStore store() {
    return store;
  }

  @Test
  void wrongKeysAreRefusedWithoutRetry() {
    ObjectStoreConfig good = server.config();
    ObjectStoreConfig wrong =
        new ObjectStoreConfig(good.endpoint(), good.accessKey(), "not-the-secret", "mien-test");

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

  private static void assertUnavailable(String code, ObjectStore store) {
    assertThatThrownBy(() -> store.put(Bucket.MODELS, "a/b", new byte[] {1}, "text/plain"))
        .asInstanceOf(type(Unavailable.class))
        .extracting(Unavailable::code)
        .isEqualTo(code);
  }
}
