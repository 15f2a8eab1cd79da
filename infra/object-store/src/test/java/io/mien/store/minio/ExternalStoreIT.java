package io.mien.store.minio;

import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.ObjectStoreContract;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract against a server that somebody else runs, for example MinIO. */
@EnabledIfEnvironmentVariable(
    named = "MIEN_TEST_S3_ENDPOINT",
    matches = "http.+",
    disabledReason = "MIEN_TEST_S3_ENDPOINT names no S3 server")
class ExternalStoreIT extends ObjectStoreContract {

  private static MinioObjectStore store;

  @BeforeAll
  static void connect() {
    String namespace = "mien-test-" + UUID.randomUUID().toString().substring(0, 8);
    store =
        new MinioObjectStore(
            new ObjectStoreConfig(
                URI.create(System.getenv("MIEN_TEST_S3_ENDPOINT")),
                System.getenv("MIEN_TEST_S3_ACCESS_KEY"),
                System.getenv("MIEN_TEST_S3_SECRET_KEY"),
                namespace));
  }

  @AfterAll
  static void disconnect() {
    store.close();
  }

  @Override
  protected ObjectStore store() {
    return store;
  }
}
