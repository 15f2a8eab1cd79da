package io.mien.store.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.store.ObjectStoreConfig;
import io.mien.testkit.TroubledRelay;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that answers 503, is slow, and breaks connections in the middle of bytes. */
class TroubledStoreIT {

  private static final RetryPolicy QUICK =
      new RetryPolicy(4, Duration.ofMillis(10), Duration.ofMillis(40));

  private final byte[] content = content();
  private MinioObjectStore direct;
  private TroubledRelay relay;
  private MinioObjectStore store;

  @BeforeEach
  void connect() throws Exception {
    ObjectStoreConfig config = TestStore.config();
    direct = new MinioObjectStore(config);
    direct.createBuckets();
    relay = new TroubledRelay(config.endpoint().getPort());
    store =
        new MinioObjectStore(
            new ObjectStoreConfig(
                URI.create("http://127.0.0.1:" + relay.port()),
                config.accessKey(),
                config.secretKey(),
                config.namespace()),
            QUICK);
    // The client asks for the bucket's region once; what follows is about the objects alone
    assertThat(store.size(Bucket.MODELS, "a/b")).isEmpty();
    relay.breakConnections();
  }

  @AfterEach
  void disconnect() throws Exception {
    store.close();
    relay.close();
    direct.close();
  }

  @Test
  void answersThatItIsOverloadedAreNotNoticedWhileTheyAreFew() {
    relay.refuse();
    relay.refuse();
    relay.refuse();

    ObjectRef stored = put();

    assertThat(relay.isSpent()).isTrue();
    assertThat(direct.read(stored)).isEqualTo(content);
  }

  @Test
  void storeThatGoesOnAnsweringThatItIsOverloadedIsUnavailable() {
    for (int i = 0; i < 40; i++) {
      relay.refuse();
    }

    assertThatThrownBy(this::put)
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.code()).isEqualTo("store-unavailable"));
    assertThat(direct.size(Bucket.MODELS, "a/b")).isEmpty();
  }

  @Test
  void uploadThatIsCutIsSentAgainWhole() {
    relay.cutRequest(100_000);
    relay.cutRequest(200_000);

    ObjectRef stored = put();

    assertThat(relay.isSpent()).isTrue();
    assertThat(direct.read(stored)).isEqualTo(content);
  }

  @Test
  void uploadThatIsCutForGoodLeavesNoObject() {
    for (int i = 0; i < 40; i++) {
      relay.cutRequest(100_000);
    }

    assertThatThrownBy(this::put).isInstanceOf(Unavailable.class);
    assertThat(direct.size(Bucket.MODELS, "a/b")).isEmpty();
  }

  @Test
  void answerThatIsLostLetsTheObjectBeStoredAgain() {
    relay.cutResponse(1);

    ObjectRef stored = put();

    assertThat(relay.isSpent()).isTrue();
    assertThat(direct.read(stored)).isEqualTo(content);
  }

  @Test
  void readingThatIsCutIsReadAgainWhole(@TempDir Path directory) throws Exception {
    ObjectRef stored = direct.put(Bucket.MODELS, "a/b", content, "text/plain");
    relay.cutResponse(100_000);
    relay.cutResponse(200_000);

    assertThat(store.read(stored)).isEqualTo(content);
    assertThat(relay.isSpent()).isTrue();

    Path target = directory.resolve("b");
    store.download(stored, target);
    assertThat(Files.readAllBytes(target)).isEqualTo(content);
  }

  @Test
  void slowStoreIsWaitedFor() {
    relay.slow(Duration.ofMillis(20));

    ObjectRef stored = put();

    assertThat(relay.isSpent()).isTrue();
    assertThat(direct.read(stored)).isEqualTo(content);
  }

  private ObjectRef put() {
    return store.put(Bucket.MODELS, "a/b", content, "text/plain");
  }

  private static byte[] content() {
    byte[] content = new byte[400_000];
    new Random(5).nextBytes(content);
    return content;
  }
}
