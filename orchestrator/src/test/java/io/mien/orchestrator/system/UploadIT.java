package io.mien.orchestrator.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.UploadId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.UploadCompletion;
import io.mien.contracts.rest.UploadLinks;
import io.mien.contracts.rest.UploadRequest;
import io.mien.contracts.rest.UploadView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.key.Secrets;
import io.mien.orchestrator.upload.UploadExpiry;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads over HTTP, the parts straight to the object store. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class UploadIT {

  private static final byte[] ARCHIVE = new byte[(16 << 20) + 1000];

  static {
    new Random(1).nextBytes(ARCHIVE);
  }

  @Inject Database database;

  @Inject ObjectStore store;

  @Inject UploadExpiry expiry;

  @BeforeEach
  void awaitUp() {
    Api.awaitUp();
  }

  @Test
  void partsBecomeTheSourceOfADataset() throws Exception {
    String fingerprint = UUID.randomUUID().toString();
    UploadView begun = begin(fingerprint);
    assertThat(begun.state()).isEqualTo(UploadView.State.OPEN);
    assertThat(begun.partBytes()).isEqualTo(16 << 20);
    put(begun, 2);

    UploadView again = begin(fingerprint);
    assertThat(again.uploadId()).isEqualTo(begun.uploadId());
    assertThat(again.parts()).extracting(UploadView.Part::number).containsExactly(2);
    assertProblem(complete(begun, Sha256.of(ARCHIVE)), 422, "upload-incomplete");
    put(begun, 1);

    UploadView ready = Api.read(complete(begun, Sha256.of(ARCHIVE)), 200, UploadView.class);

    assertThat(ready.state()).isEqualTo(UploadView.State.READY);
    assertThat(ready.source()).asString().endsWith(begun.uploadId() + "/my_faces.zip");
    DatasetView dataset =
        Api.read(
            Api.json(Map.of("name", "sent", "source", String.valueOf(ready.source())))
                .post("/v1/datasets"),
            201,
            DatasetView.class);
    assertThat(dataset.source()).isEqualTo(ready.source());
    assertThat(begin(fingerprint)).isEqualTo(ready);
    assertThat(Api.read(complete(begun, "other"), 200, UploadView.class)).isEqualTo(ready);
    assertProblem(links(begun, 1), 422, "upload-not-open");
  }

  @Test
  void whatIsNotWhatWasSentIsThrownAway() throws Exception {
    String fingerprint = UUID.randomUUID().toString();
    UploadView begun = begin(fingerprint);
    put(begun, 1);
    put(begun, 2);

    assertProblem(complete(begun, Sha256.of(new byte[0])), 422, "upload-corrupt");

    assertThat(get(begun.uploadId()).state()).isEqualTo(UploadView.State.GIVEN_UP);
    assertThat(store.size(Bucket.DATASETS, key(begun))).isEmpty();
    assertThat(begin(fingerprint).uploadId()).isNotEqualTo(begun.uploadId());
  }

  @Test
  void anUploadBelongsToItsClient() {
    UploadView begun = begin(UUID.randomUUID().toString());
    String other = key("submitter");

    assertProblem(
        given().header("Authorization", "Bearer " + other).get("/v1/uploads/" + begun.uploadId()),
        404,
        "upload-not-found");
    assertProblem(
        given()
            .header("Authorization", "Bearer " + key("viewer"))
            .get("/v1/uploads/" + begun.uploadId()),
        403,
        "forbidden");
  }

  @Test
  void uploadsThatNothingComesOfAnyMoreExpire() throws Exception {
    UploadView begun = begin(UUID.randomUUID().toString());
    put(begun, 2);
    expiry.step();
    assertThat(get(begun.uploadId()).state()).isEqualTo(UploadView.State.OPEN);

    database.run(
        tx ->
            tx.update(
                "UPDATE upload SET expires_at = now() - interval '1 second' WHERE upload_id = ?",
                begun.uploadId()));
    expiry.step();

    assertThat(get(begun.uploadId()).state()).isEqualTo(UploadView.State.GIVEN_UP);
    assertThat(get(begun.uploadId()).parts()).isEmpty();
    assertProblem(links(begun, 1), 422, "upload-not-open");
  }

  @Test
  void wholeUploadExpiresUnlessADatasetHasItAsItsSource() throws Exception {
    UploadView used = ready();
    UploadView unused = ready();
    Api.read(
        Api.json(Map.of("name", "used", "source", String.valueOf(used.source())))
            .post("/v1/datasets"),
        201,
        DatasetView.class);
    expiry.step();
    assertThat(get(unused.uploadId()).state()).isEqualTo(UploadView.State.READY);

    database.run(
        tx ->
            tx.update(
                "UPDATE upload SET expires_at = now() - interval '1 second' WHERE state = 'READY'"));
    expiry.step();

    assertThat(get(unused.uploadId()).state()).isEqualTo(UploadView.State.GIVEN_UP);
    assertThat(store.size(Bucket.DATASETS, key(unused))).isEmpty();
    assertThat(get(used.uploadId()).state()).isEqualTo(UploadView.State.READY);
    assertThat(store.size(Bucket.DATASETS, key(used))).isPresent();
  }

  @Test
  void archiveThatWasGivenUpIsNoSourceEvenWhileItIsStillThere() throws Exception {
    UploadView ready = ready();
    database.run(
        tx ->
            tx.update(
                "UPDATE upload SET state = 'GIVEN_UP' WHERE upload_id = ?", ready.uploadId()));

    assertProblem(
        Api.json(Map.of("name", "late", "source", String.valueOf(ready.source())))
            .post("/v1/datasets"),
        422,
        "dataset-source-missing");
  }

  @Test
  void itsClientMayGiveItUp() {
    UploadView begun = begin(UUID.randomUUID().toString());

    assertThat(Api.request().delete("/v1/uploads/" + begun.uploadId()).statusCode()).isEqualTo(204);

    assertThat(get(begun.uploadId()).state()).isEqualTo(UploadView.State.GIVEN_UP);
  }

  @Test
  void badRequestsAreRefused() {
    assertProblem(
        Api.json(Json.write(new UploadRequest("faces", 1, "f"))).post("/v1/uploads"),
        422,
        "dataset-source-unsupported");
    assertProblem(
        Api.json(Map.of("name", "faces.zip", "bytes", 1)).post("/v1/uploads"),
        422,
        "field-missing");
    assertProblem(links(begin(UUID.randomUUID().toString()), 10_001), 422, "bad-field");
  }

  private static UploadView begin(String fingerprint) {
    UploadRequest request = new UploadRequest("my faces.zip", ARCHIVE.length, fingerprint);
    return Api.read(Api.json(Json.write(request)).post("/v1/uploads"), 201, UploadView.class);
  }

  private static UploadView ready() throws IOException, InterruptedException {
    UploadView begun = begin(UUID.randomUUID().toString());
    put(begun, 1);
    put(begun, 2);
    return Api.read(complete(begun, Sha256.of(ARCHIVE)), 200, UploadView.class);
  }

  private static UploadView get(UploadId id) {
    return Api.get("/v1/uploads/" + id, UploadView.class);
  }

  private static Response links(UploadView upload, int number) {
    return Api.json(Json.write(new UploadLinks.Request(List.of(number))))
        .post("/v1/uploads/" + upload.uploadId() + "/links");
  }

  private static Response complete(UploadView upload, String sha256) {
    return Api.json(Json.write(new UploadCompletion(ARCHIVE.length, sha256)))
        .post("/v1/uploads/" + upload.uploadId() + "/completion");
  }

  private static void put(UploadView upload, int number) throws IOException, InterruptedException {
    URI link = Api.read(links(upload, number), 200, UploadLinks.class).links().get(0).url();
    int start = (number - 1) * (int) upload.partBytes();
    int length = Math.min((int) upload.partBytes(), ARCHIVE.length - start);
    int status =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(link)
                    .PUT(BodyPublishers.ofByteArray(ARCHIVE, start, length))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isEqualTo(200);
  }

  private static String key(UploadView upload) {
    return "uploads/" + upload.uploadId() + "/my_faces.zip";
  }

  private String key(String role) {
    String key = "mien_" + role + "_" + UUID.randomUUID();
    database.run(
        tx ->
            tx.update(
                "INSERT INTO api_key (api_key_id, name, key_sha256, role) VALUES (?, 'k', ?, ?)",
                UUID.randomUUID(),
                Secrets.hash(key),
                role));
    return key;
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(Api.read(response, status, Problem.class).code()).isEqualTo(code);
  }
}
