package io.mien.store.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.Sha256;
import io.mien.store.upload.PartUploads;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MinioPartUploadsIT {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int PART = (int) PartUploads.SMALLEST_PART;

  private static MinioObjectStore store;
  private static MinioPartUploads uploads;

  @BeforeAll
  static void start() {
    ObjectStoreConfig config = TestStore.config();
    store = new MinioObjectStore(config);
    store.createBuckets();
    uploads = new MinioPartUploads(config, config.endpoint(), "us-east-1");
  }

  @AfterAll
  static void stop() {
    uploads.close();
    store.close();
  }

  @Test
  void partsThatCameByLinksBecomeOneObject() throws Exception {
    byte[] whole = new byte[2 * PART + 1000];
    new Random(1).nextBytes(whole);
    PartUploads.Target target = uploads.begin(Bucket.DATASETS, "uploads/1/faces.zip");

    assertThat(put(uploads.link(target, 2, HOUR), whole, PART, PART)).isEqualTo(200);
    assertThat(put(uploads.link(target, 3, HOUR), whole, 2 * PART, 1000)).isEqualTo(200);
    assertThat(uploads.parts(target)).extracting(PartUploads.Part::number).containsExactly(2, 3);
    assertThat(put(uploads.link(target, 1, HOUR), whole, 0, PART)).isEqualTo(200);

    List<PartUploads.Part> parts = uploads.parts(target);
    assertThat(parts)
        .extracting(PartUploads.Part::bytes)
        .containsExactly((long) PART, (long) PART, 1000L);
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    md5.update(whole, 2 * PART, 1000);
    assertThat(parts.get(2).etag()).isEqualTo(HexFormat.of().formatHex(md5.digest()));
    assertThat(store.size(Bucket.DATASETS, target.key())).isEmpty();

    uploads.complete(target, parts);

    try (InputStream in = store.open(Bucket.DATASETS, target.key())) {
      assertThat(Sha256.of(in.readAllBytes())).isEqualTo(Sha256.of(whole));
    }
    assertThat(isGone(target)).isTrue();
  }

  @Test
  void aLinkIsForItsPartAlone() throws Exception {
    PartUploads.Target target = uploads.begin(Bucket.DATASETS, "uploads/2/faces.zip");
    String link = uploads.link(target, 1, HOUR).toString();
    assertThat(link).contains("partNumber=1");

    URI other = URI.create(link.replace("partNumber=1", "partNumber=2"));

    assertThat(put(other, new byte[10], 0, 10)).isEqualTo(403);
  }

  @Test
  void whatIsGivenUpIsGone() throws Exception {
    PartUploads.Target target = uploads.begin(Bucket.DATASETS, "uploads/3/faces.zip");
    put(uploads.link(target, 1, HOUR), new byte[10], 0, 10);
    assertThat(isGone(target)).isFalse();

    uploads.abort(target);

    assertThat(isGone(target)).isTrue();
    assertThatCode(() -> uploads.abort(target)).doesNotThrowAnyException();
  }

  /** The server of one machine tells of no parts where others say that there is no upload. */
  private static boolean isGone(PartUploads.Target target) {
    try {
      return uploads.parts(target).isEmpty();
    } catch (InvalidInput e) {
      return e.code().equals("upload-gone");
    }
  }

  private static int put(URI link, byte[] content, int offset, int length)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(link)
                .PUT(BodyPublishers.ofByteArray(content, offset, length))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
