package io.mien.orchestrator.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.id.RunId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.CropPlacement;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be asked of a photo, and how photos are named that lie in the store. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class PhotoRequestsIT {

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @ConfigProperty(name = "mien.store.namespace")
  String namespace;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Outcomes outcomes;

  @BeforeEach
  void appear() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new Outcomes(store);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void aPastedPhotoIsPreparedWithItsPlaceAndHandedBackWithWhatItIsMadeOf() throws IOException {
    Champion.train(worker, store, folder);
    byte[] photo = png(60, 80);

    ExpressionSetView accepted =
        Api.read(
            Api.request()
                .multiPart("photo", "p.png", photo, "image/png")
                .multiPart("expressions", "happy")
                .multiPart("output", "pasted")
                .multiPart("format", "jpeg")
                .multiPart("face", "largest")
                .multiPart("intensity", "0.5")
                .multiPart("quality", "{\"target\": 0.7}")
                .post("/v1/expressions"),
            202,
            ExpressionSetView.class);
    RunTask prepare = worker.awaitOffer(accepted.runId(), "prepare", 1);
    PreparePhoto preparation = (PreparePhoto) prepare.spec();
    assertThat(preparation.choice()).isEqualTo(FaceChoice.LARGEST);
    assertThat(preparation.output()).isEqualTo(ImageOutput.PASTED);
    UprightPhoto whole =
        new UprightPhoto(
            outcomes.object(prepare, Bucket.SYNTHESES, "photo.png"),
            new CropPlacement(2, 0, 10, 0, 2, 20));
    FaceBox box = new FaceBox(1, 2, 3, 4, 5);
    ObjectRef crop = outcomes.object(prepare, Bucket.SYNTHESES, "crop.png");
    worker.carryOut(prepare, new PhotoPrepared(crop, box, whole));
    Api.awaitTask(prepare.taskId(), TaskState.SUCCEEDED);

    RunTask synthesise = worker.awaitOffer(accepted.runId(), "synthesise", 1);
    SynthesisePhoto synthesis = (SynthesisePhoto) synthesise.spec();
    assertThat(synthesis.into()).isEqualTo(whole);
    assertThat(synthesis.photoSha256()).isEqualTo(Sha256.of(photo));
    assertThat(synthesis.form()).isEqualTo(new ImageForm(null, ImageFormat.JPEG, 0.5));
    assertThat(synthesis.quality().target()).isEqualTo(0.7);
    assertThat(synthesis.quality().classifier()).isNotNull();
    worker.carryOut(synthesise, outcomes.of(synthesise));
    Api.awaitRun(accepted.runId(), RunState.SUCCEEDED);

    ExpressionSetView set = Api.get("/v1/expressions/" + accepted.runId(), ExpressionSetView.class);
    assertThat(set.made())
        .isEqualTo(
            new ExpressionSetView.Made(
                Sha256.of(photo),
                synthesis.checkpoint().manifest().sha256(),
                box,
                ImageOutput.PASTED,
                0.5));
    assertThat(set.images().get(0).format()).isEqualTo(ImageFormat.JPEG);
  }

  @Test
  void whoWaitsIsAnsweredWithTheFinishedSet() throws Exception {
    Champion.train(worker, store, folder);
    byte[] photo = png(61, 81);

    CompletableFuture<Response> waiting =
        CompletableFuture.supplyAsync(() -> waiting(photo, "respond-async, wait=60"));
    RunTask prepare =
        worker.awaitOffer(
            offer ->
                offer.spec() instanceof PreparePhoto spec
                    && spec.photo().sha256().equals(Sha256.of(photo)));
    assertThat(waiting).isNotDone();
    worker.carryOut(prepare, outcomes.of(prepare));
    RunTask synthesise = worker.awaitOffer(prepare.runId(), "synthesise", 1);
    worker.carryOut(synthesise, outcomes.of(synthesise));

    Response answer = waiting.get(60, TimeUnit.SECONDS);
    ExpressionSetView set = Api.read(answer, 200, ExpressionSetView.class);
    assertThat(set.runId()).isEqualTo(prepare.runId());
    assertThat(set.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(set.images()).isNotEmpty();
    assertThat(answer.header("Location")).endsWith("/v1/expressions/" + set.runId());
  }

  @Test
  void whoHasWaitedLongEnoughIsToldWhereItGoesOn() throws IOException {
    Champion.train(worker, store, folder);

    Response answer = waiting(png(62, 82), "wait=1");

    ExpressionSetView set = Api.read(answer, 202, ExpressionSetView.class);
    assertThat(set.state()).isEqualTo(RunState.RUNNING);
    assertThat(set.images()).isEmpty();
    assertThat(answer.header("Location")).endsWith("/v1/expressions/" + set.runId());
    assertThat(answer.time()).isGreaterThanOrEqualTo(1_000);
    cancel(set.runId());
  }

  private static Response waiting(byte[] photo, String prefer) {
    return Api.request()
        .header("Prefer", prefer)
        .multiPart("photo", "p.png", photo, "image/png")
        .post("/v1/expressions");
  }

  @Test
  void aPhotoThatLiesInTheStoreIsTakenByItsKey() throws IOException {
    Champion.train(worker, store, folder);
    byte[] photo = png(90, 70);
    String key = "uploads/" + UUID.randomUUID() + "/me.png";
    store.put(Bucket.DATASETS, key, photo, "image/png");
    String address = "s3://" + namespace + "-datasets/" + key;

    ExpressionSetView byAddress =
        accepted(
            Map.of(
                "photo", Map.of("key", address, "sha256", Sha256.of(photo)),
                "expressions", List.of("happy", "sad"),
                "picture", Map.of("size", 64)));

    RunTask prepare = worker.awaitOffer(byAddress.runId(), "prepare", 1);
    ObjectRef copy = ((PreparePhoto) prepare.spec()).photo();
    assertThat(store.read(copy)).isEqualTo(photo);
    assertThat(byAddress.made().photoSha256()).isEqualTo(Sha256.of(photo));

    // And what was sent in once is known by the address that answers give it
    ExpressionSetView again =
        accepted(Map.of("photo", Map.of("key", "/v1/objects/syntheses/" + copy.key())));
    assertThat(again.made().photoSha256()).isEqualTo(Sha256.of(photo));
    cancel(byAddress.runId());
    cancel(again.runId());
  }

  @Test
  void theSameRequestForAStoredPhotoIsOneRun() throws IOException {
    Champion.train(worker, store, folder);
    String key = "uploads/" + UUID.randomUUID() + "/me.png";
    store.put(Bucket.DATASETS, key, png(50, 50), "image/png");
    Map<String, Object> body =
        Map.of("photo", Map.of("key", "s3://" + namespace + "-datasets/" + key));
    String once = UUID.randomUUID().toString();

    ExpressionSetView first =
        Api.read(
            Api.json(body).header("Idempotency-Key", once).post("/v1/expressions"),
            202,
            ExpressionSetView.class);
    store.delete(Bucket.DATASETS, key);
    ExpressionSetView second =
        Api.read(
            Api.json(body).header("Idempotency-Key", once).post("/v1/expressions"),
            202,
            ExpressionSetView.class);

    assertThat(second.runId()).isEqualTo(first.runId());
    cancel(first.runId());
  }

  @Test
  void whatIsNotKnownIsRefusedBeforeAnythingIsRead() throws IOException {
    byte[] photo = png(60, 80);

    assertProblem(form(photo, "output", "poster"), 422, "unknown-output");
    assertProblem(form(photo, "format", "bmp"), 422, "unknown-format");
    assertProblem(form(photo, "face", "all"), 422, "unknown-face");
    assertProblem(form(photo, "size", "8"), 422, "bad-size");
    assertProblem(form(photo, "intensity", "2"), 422, "bad-intensity");
    assertProblem(form(photo, "quality", "good"), 422, "bad-field");
    assertProblem(form(photo, "sha256", "0".repeat(64)), 422, "wrong-hash");
    assertProblem(form(photo, "photoKey", "s3://a/b"), 422, "bad-field");
    assertProblem(
        Api.request().multiPart("size", "64").post("/v1/expressions"), 422, "photo-empty");
    assertProblem(Api.json(Map.of()).post("/v1/expressions"), 422, "field-missing");
    assertProblem(
        Api.json(Map.of("photo", Map.of("sha256", "0"))).post("/v1/expressions"),
        422,
        "field-missing");
    assertProblem(Api.json(Map.of("photo", "me.jpg")).post("/v1/expressions"), 400, "bad-request");
  }

  @Test
  void photosThatAreNotThereOrNotForClientsAreRefused() throws IOException {
    String ours = "s3://" + namespace + "-datasets/";
    store.put(Bucket.DATASETS, "tasks/secret.png", png(20, 20), "image/png");
    store.put(Bucket.DATASETS, "uploads/it/text.jpg", "text".getBytes(UTF_8), "image/jpeg");
    store.put(Bucket.DATASETS, "uploads/it/empty.jpg", new byte[0], "image/jpeg");
    store.put(Bucket.DATASETS, "uploads/it/large.jpg", new byte[(20 << 20) + 1], "image/jpeg");

    assertProblem(stored(ours + "uploads/it/nobody.png"), 422, "photo-missing");
    assertProblem(stored("/v1/objects/syntheses/uploads/nobody/photo"), 422, "photo-missing");
    assertProblem(stored("/v1/objects/datasets/tasks/secret.png"), 422, "photo-missing");
    assertProblem(stored("me.png"), 422, "photo-missing");
    assertProblem(stored("s3://faces"), 422, "photo-missing");
    assertProblem(stored("https://example.org/me.png"), 422, "link-forbidden");
    assertProblem(stored("DATA:image/png;base64,AAAA"), 422, "link-forbidden");
    assertProblem(stored(ours + "tasks/secret.png"), 422, "photo-forbidden");
    assertProblem(stored(ours + "uploads/../tasks/secret.png"), 422, "photo-forbidden");
    assertProblem(stored("s3://" + namespace + "-models/uploads/x"), 422, "photo-forbidden");
    assertProblem(stored(ours + "uploads/it/text.jpg"), 422, "photo-not-an-image");
    assertProblem(stored(ours + "uploads/it/empty.jpg"), 422, "photo-empty");
    assertProblem(stored(ours + "uploads/it/large.jpg"), 413, "photo-too-large");
  }

  @Test
  void theInterfaceDescriptionKnowsBothWaysToNameAPhoto() {
    assertThat(Api.request().get("/q/openapi").asString())
        .contains("photoKey", "ExpressionRequest", "intensity");
  }

  private static ExpressionSetView accepted(Map<String, Object> body) {
    return Api.read(Api.json(body).post("/v1/expressions"), 202, ExpressionSetView.class);
  }

  private static void cancel(RunId run) {
    Api.request().post("/v1/runs/" + run + "/cancel");
  }

  private static Response form(byte[] photo, String field, String value) {
    return Api.request()
        .multiPart("photo", "p.png", photo, "image/png")
        .multiPart(field, value)
        .post("/v1/expressions");
  }

  private static Response stored(String key) {
    return Api.json(Map.of("photo", Map.of("key", key))).post("/v1/expressions");
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(Api.read(response, status, Problem.class).code()).isEqualTo(code);
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
