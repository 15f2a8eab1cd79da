package io.mien.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedObjectStoreIT {

  private static final int WRITERS = 8;

  @TempDir Path directory;

  private EmbeddedObjectStore store;

  @BeforeEach
  void start() {
    store =
        EmbeddedObjectStore.start(
            new EmbeddedObjectStoreConfig(directory, 0, new Credentials("key", "secret")));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void conditionalPutHasOneWinner() throws Exception {
    // Given
    MinioClient s3 = Clients.s3(store);
    s3.makeBucket(MakeBucketArgs.builder().bucket("races").build());
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String text = "writer " + i;
      writers.add(() -> putIfAbsent(s3, text));
    }
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    // When
    int won = 0;
    for (Future<Boolean> written : threads.invokeAll(writers)) {
      won += written.get() ? 1 : 0;
    }
    threads.shutdown();

    // Then
    assertThat(won).isEqualTo(1);
  }

  @Test
  void wrongSecretIsRefused() {
    MinioClient stranger =
        MinioClient.builder()
            .endpoint(store.endpoint().toString())
            .region("us-east-1")
            .credentials("key", "guess")
            .build();
    assertThatThrownBy(stranger::listBuckets)
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> assertThat(e.errorResponse().code()).isEqualTo("SignatureDoesNotMatch"));
  }

  @Test
  void portInUseIsNamed(@TempDir Path other) {
    EmbeddedObjectStoreConfig samePort =
        new EmbeddedObjectStoreConfig(other, store.port(), store.credentials());
    assertThatThrownBy(() -> EmbeddedObjectStore.start(samePort))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("Cannot start the object store: port " + store.port());
  }

  private static boolean putIfAbsent(MinioClient s3, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      s3.putObject(
          PutObjectArgs.builder()
              .bucket("races")
              .object("manifest.json")
              .extraHeaders(Map.of("If-None-Match", "*"))
              .stream(new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
              .build());
      return true;
    } catch (ErrorResponseException e) {
      assertThat(e.errorResponse().code()).isEqualTo("PreconditionFailed");
      return false;
    }
  }
}
