package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.result.CheckpointExported;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedLabels;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.task.InputPixels;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.terms.UsageTerms;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights come in as files and go out as files; what is in them only workers know. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class InterchangeIT {

  private static final byte[] WEIGHTS = "not decoded here".getBytes(StandardCharsets.UTF_8);
  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 128, 0.3, false);

  /** With synonyms, which become the canonical names. */
  private static final Map<String, String> GENERATOR =
      Map.of(
          "kind", "generator",
          "labels", "anger, happiness,Black_Hair",
          "imageSize", "128",
          "margin", "0.3",
          "alignEyes", "false");

  private static final List<String> LABELS = List.of("angry", "happy", "Black_Hair");

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

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
  void uploadedWeightsGoToAWorkerAsTheyCameAndToNobodyElse() {
    Map<String, String> fields = with("part", "G");
    RunView run = Api.read(upload(fields, WEIGHTS), 202, RunView.class);

    assertThat(run.template()).isEqualTo("import");
    assertThat(run.name()).isEqualTo("Import of 200000-G.ckpt");
    ImportCheckpoint task = (ImportCheckpoint) offer(run.runId(), "import").spec();
    assertThat(task)
        .isEqualTo(
            new ImportCheckpoint(
                task.file(),
                "200000-G.ckpt",
                ImportedNetwork.GENERATOR,
                LABELS,
                RECIPE,
                "G",
                "not stated",
                null,
                List.of(),
                UsageTerms.UNKNOWN));
    assertThat(store.read(task.file())).isEqualTo(WEIGHTS);
    assertThat(Api.request().get("/v1/objects/models/" + task.file().key()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void weightsMayBeLargerThanAnyOtherBody() {
    RunView run = Api.read(upload(GENERATOR, new byte[65 << 20]), 202, RunView.class);

    ImportCheckpoint task = (ImportCheckpoint) offer(run.runId(), "import").spec();
    assertThat(task.file().bytes()).isEqualTo(65 << 20);
  }

  @Test
  void importedGeneratorIsACheckpointThatPhotosAreSynthesisedWith() throws IOException {
    CheckpointView made = imported("stargan", GENERATOR);

    assertThat(made.summary().labels()).isEqualTo(LABELS);
    assertThat(made.aliases()).contains("candidate");
    RunId run =
        Api.read(
                Api.request()
                    .multiPart("photo", "p.png", photo(), "image/png")
                    .multiPart("checkpoint", made.checkpointId().toString())
                    .post("/v1/expressions"),
                202,
                ExpressionSetView.class)
            .runId();

    SynthesisePhoto synthesise = prepared(run);
    assertThat(synthesise.checkpoint()).isEqualTo(made.location());
    assertThat(synthesise.expressions()).isEqualTo(LABELS);
  }

  @Test
  void aJointGeneratorIsImportedWithItsGroupsAndEditsPhotosByThem() throws IOException {
    // Given
    Map<String, String> fields = with("margin", "0.3");
    fields.remove("labels");
    RequestSpecification form =
        form(fields)
            .multiPart("labels", "attributes: Black_Hair,Blond_Hair,Male")
            .multiPart("labels", "anger,happiness")
            .multiPart("file", "200000-G.ckpt", WEIGHTS);
    // When
    RunId run = Api.read(form.post("/v1/checkpoints"), 202, RunView.class).runId();
    RunTask offer = offer(run, "import");
    // Then
    List<String> attributes = List.of("Black_Hair", "Blond_Hair", "Male");
    List<String> expressions = List.of("angry", "happy");
    ImportCheckpoint task = (ImportCheckpoint) offer.spec();
    assertThat(task.labels()).isEqualTo(attributes);
    assertThat(task.groups())
        .containsExactly(
            new ImportedLabels("attributes", attributes),
            new ImportedLabels("expression", expressions));
    CheckpointView made =
        published(
            offer,
            new CheckpointSummary(
                "stargan",
                128,
                attributes,
                RECIPE,
                "",
                0,
                List.of(
                    new LabelSet("attributes", false, attributes),
                    new LabelSet("expression", true, expressions))),
            "no manifest".getBytes(StandardCharsets.UTF_8));
    RunId photo =
        Api.read(
                Api.request()
                    .multiPart("photo", "p.png", photo(), "image/png")
                    .multiPart("checkpoint", made.checkpointId().toString())
                    .multiPart("group", "attributes")
                    .multiPart("expressions", "Blond_Hair")
                    .multiPart("holds", "Black_Hair,Male")
                    .post("/v1/expressions"),
                202,
                ExpressionSetView.class)
            .runId();
    SynthesisePhoto synthesise = prepared(photo);
    assertThat(synthesise.group()).isEqualTo("attributes");
    assertThat(synthesise.expressions()).containsExactly("Blond_Hair");
    assertThat(synthesise.holds()).containsExactly("Black_Hair", "Male");
  }

  private static byte[] photo() throws IOException {
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", photo);
    return photo.toByteArray();
  }

  /** Prepares the photo of a run and gives what follows. */
  private SynthesisePhoto prepared(RunId run) {
    RunTask prepare = offer(run, "prepare");
    assertThat(((PreparePhoto) prepare.spec()).recipe()).isEqualTo(RECIPE);
    ObjectRef crop = outcomes.object(prepare, Bucket.SYNTHESES, "crop.png");
    carryOut(prepare, new PhotoPrepared(crop, new FaceBox(1, 2, 3, 4, 5)));
    return (SynthesisePhoto) offer(run, "synthesise").spec();
  }

  @Test
  void exportedGeneratorIsAFileToFetch() {
    CheckpointView made = imported("stargan", GENERATOR);

    Response accepted = export(made.checkpointId(), "onnx");
    RunView run = Api.read(accepted, 202, RunView.class);
    assertThat(accepted.header("Location")).endsWith("/v1/runs/" + run.runId());
    RunTask offer = offer(run.runId(), "export");
    assertThat(offer.spec())
        .isEqualTo(new ExportCheckpoint(made.location(), CheckpointFormat.ONNX));
    ObjectRef file = outcomes.object(offer, Bucket.MODELS, "export/generator.onnx");
    carryOut(offer, new CheckpointExported(CheckpointFormat.ONNX, file));

    RunView done = Api.awaitRun(run.runId(), RunState.SUCCEEDED);
    CheckpointExported result = (CheckpointExported) done.steps().get(0).task().result();
    assertThat(Api.request().get("/v1/objects/models/" + result.file().key()).asString())
        .isEqualTo("content of export/generator.onnx");
  }

  @Test
  void whatHasNoExportIsRefusedAndSoAreUnknownFormats() {
    CheckpointView classifier = imported("resnet18", with("kind", "classifier"));
    CheckpointView faces = imported("face-gan", GENERATOR);

    assertProblem(export(faces.checkpointId(), "onnx"), 422, "checkpoint-not-exported");
    RunId run = Api.read(export(classifier.checkpointId(), "onnx"), 202, RunView.class).runId();
    assertThat(offer(run, "export").spec())
        .isEqualTo(new ExportCheckpoint(classifier.location(), CheckpointFormat.ONNX));
    assertProblem(export(classifier.checkpointId(), "gguf"), 400, "bad-request");
    assertProblem(
        Api.json(Map.of()).post("/v1/checkpoints/" + classifier.checkpointId() + "/exports"),
        422,
        "field-missing");
    assertProblem(export(new CheckpointId(UUID.randomUUID()), "onnx"), 404, "checkpoint-not-found");
  }

  @Test
  void aRunStartsItsClassifierFromACheckpointWithItsDimensions(@TempDir Path folder) {
    // Given
    byte[] manifest =
        """
        {"training": {"network": {"depth": 34, "width": 64, "stem": "imagenet", "pixels": "imagenet"}},
         "files": {"classifier.safetensors": {"bytes": 9, "sha256": "ab"}}}
        """
            .getBytes(StandardCharsets.UTF_8);
    CheckpointView classifier = imported("resnet34", with("kind", "classifier"), manifest);
    // When
    RunId run =
        Api.read(
                startFrom(folder, "smoke", classifier.checkpointId().toString()),
                201,
                RunView.class)
            .runId();
    for (String step : List.of("list", "detect", "pack")) {
      RunTask offer = offer(run, step);
      carryOut(offer, outcomes.of(offer));
    }
    // Then
    TrainClassifier task = (TrainClassifier) offer(run, "train-classifier").spec();
    assertThat(task.pretrained())
        .isEqualTo(
            new ObjectRef(
                Bucket.MODELS, classifier.location().prefix() + "classifier.safetensors", 9, "ab"));
    assertThat(task.training().changes().get("network"))
        .isEqualTo(Map.of("depth", 34, "width", 64, "stem", "imagenet", "pixels", "imagenet"));
    assertThat(task.training().changes()).containsKey("epochs");
  }

  @Test
  void aRunIsAnsweredAgainAfterItsClassifierIsGone(@TempDir Path folder) {
    // Given
    byte[] manifest =
        """
        {"training": {"network": {"depth": 18, "width": 64}},
         "files": {"classifier.safetensors": {"bytes": 9, "sha256": "ab"}}}
        """
            .getBytes(StandardCharsets.UTF_8);
    CheckpointView classifier = imported("resnet18", with("kind", "classifier"), manifest);
    String key = UUID.randomUUID().toString();
    Map<String, String> request =
        startFrom(dataset(folder), "smoke", classifier.checkpointId().toString());
    RunView first = Api.read(start(key, request), 201, RunView.class);
    ObjectRef stored = classifier.location().manifest();
    store.delete(stored.bucket(), stored.key());
    // When
    RunView again = Api.read(start(key, request), 201, RunView.class);
    // Then
    assertThat(again.runId()).isEqualTo(first.runId());
    Map<String, String> other = new HashMap<>(request);
    other.put("classifierFrom", "nobody");
    assertProblem(start(key, other), 422, "idempotency-key-reused");
    assertThat(start(UUID.randomUUID().toString(), request).statusCode())
        .as("started anew")
        .isNotEqualTo(201);
  }

  private static Response start(String key, Map<String, String> request) {
    return Api.json(request).header("Idempotency-Key", key).post("/v1/runs");
  }

  @Test
  void whatARunCannotStartFromIsRefusedBeforeItIsQueued(@TempDir Path folder) {
    CheckpointView generator = imported("stargan", GENERATOR);
    CheckpointView broken = imported("resnet18", with("kind", "classifier"));
    String id = broken.checkpointId().toString();

    assertProblem(startFrom(folder, "smoke", "nobody"), 422, "no-checkpoint");
    assertProblem(
        startFrom(folder, "smoke", generator.checkpointId().toString()),
        422,
        "checkpoint-not-a-classifier");
    assertProblem(startFrom(folder, "smoke", id), 422, "checkpoint-unreadable");
    assertProblem(startFrom(folder, "dcgan", id), 422, "bad-field");
  }

  private static Response startFrom(Path folder, String preset, String checkpoint) {
    return Api.json(startFrom(dataset(folder), preset, checkpoint)).post("/v1/runs");
  }

  private static DatasetView dataset(Path folder) {
    return Api.read(
        Api.json(Map.of("name", "faces", "source", folder.toUri().toString())).post("/v1/datasets"),
        201,
        DatasetView.class);
  }

  private static Map<String, String> startFrom(
      DatasetView dataset, String preset, String checkpoint) {
    return Map.of(
        "datasetId", dataset.datasetId().toString(),
        "preset", preset,
        "classifierFrom", checkpoint);
  }

  @Test
  void theScaleOfPixelsTravelsWithAClassifier() {
    Map<String, String> fields = with("pixels", "imagenet");
    fields.put("kind", "classifier");

    RunView run = Api.read(upload(fields, WEIGHTS), 202, RunView.class);

    assertThat(((ImportCheckpoint) offer(run.runId(), "import").spec()).pixels())
        .isEqualTo(InputPixels.IMAGENET);
    assertProblem(upload(with("pixels", "imagenet"), WEIGHTS), 422, "bad-field");
    assertProblem(upload(with("pixels", "cubic"), WEIGHTS), 422, "bad-field");
  }

  @Test
  void whatTheFileDoesNotSayMustBeSaid() {
    assertProblem(form(GENERATOR).post("/v1/checkpoints"), 422, "field-missing");
    assertProblem(upload(GENERATOR, new byte[0]), 422, "checkpoint-empty");
    for (String field : GENERATOR.keySet()) {
      Map<String, String> fields = new HashMap<>(GENERATOR);
      fields.remove(field);
      assertThat(assertProblem(upload(fields, WEIGHTS), 422, "field-missing").detail())
          .contains("'" + field + "'");
    }
    assertProblem(upload(with("kind", "critic"), WEIGHTS), 422, "unknown-network");
    assertProblem(upload(with("labels", "happy"), WEIGHTS), 422, "bad-labels");
    assertProblem(upload(with("labels", "happy,joy"), WEIGHTS), 422, "bad-labels");
    assertProblem(upload(with("labels", "happy,../sad"), WEIGHTS), 422, "bad-labels");
    assertProblem(upload(with("labels", "hair:black,blond"), WEIGHTS), 422, "bad-labels");
    assertProblem(upload(with("imageSize", "large"), WEIGHTS), 422, "bad-field");
    assertProblem(upload(with("imageSize", "8"), WEIGHTS), 422, "bad-field");
    assertProblem(upload(with("alignEyes", "perhaps"), WEIGHTS), 422, "bad-field");
    assertProblem(upload(with("dataset", "faces"), WEIGHTS), 422, "dataset-not-found");
  }

  @Test
  void sameKeyFileAndFieldsAreOneImportAndAnythingElseIsRefused() {
    String key = UUID.randomUUID().toString();
    RunView first = Api.read(upload(key, GENERATOR, WEIGHTS), 202, RunView.class);
    RunView again = Api.read(upload(key, GENERATOR, WEIGHTS), 202, RunView.class);

    assertThat(again.runId()).isEqualTo(first.runId());
    ImportCheckpoint task = (ImportCheckpoint) offer(first.runId(), "import").spec();
    assertThat(store.read(task.file())).isEqualTo(WEIGHTS);
    assertProblem(
        upload(key, with("labels", "sad,happy,angry"), WEIGHTS), 422, "idempotency-key-reused");
    assertProblem(upload(key, GENERATOR, new byte[] {1}), 422, "idempotency-key-reused");
  }

  private CheckpointView imported(String network, Map<String, String> fields) {
    return imported(network, fields, "no manifest".getBytes(StandardCharsets.UTF_8));
  }

  private CheckpointView imported(String network, Map<String, String> fields, byte[] manifest) {
    RunId run = Api.read(upload(fields, WEIGHTS), 202, RunView.class).runId();
    RunTask offer = offer(run, "import");
    return published(offer, new CheckpointSummary(network, 128, LABELS, RECIPE, "", 0), manifest);
  }

  private CheckpointView published(RunTask offer, CheckpointSummary summary, byte[] manifest) {
    RunId run = offer.runId();
    PrefixRef set = outcomes.set(offer, Bucket.MODELS, "checkpoint.json");
    ObjectRef stored = store.put(Bucket.MODELS, set.manifest().key(), manifest, "application/json");
    carryOut(
        offer, new CheckpointImported(new PrefixRef(set.bucket(), set.prefix(), stored), summary));
    Api.awaitRun(run, RunState.SUCCEEDED);
    List<CheckpointView> made =
        Api.get("/v1/checkpoints?runId=" + run, new TypeReference<Page<CheckpointView>>() {})
            .items();
    assertThat(made).hasSize(1);
    return made.get(0);
  }

  private RunTask offer(RunId run, String step) {
    return worker.awaitOffer(o -> o.runId().equals(run) && o.step().equals(step));
  }

  private void carryOut(RunTask offer, TaskResult result) {
    WorkerId id = ScriptedWorker.id(offer.kind(), 1);
    worker.start(offer, id);
    worker.report(
        new TaskSucceeded(
            offer.taskId(), offer.attempt(), id, Instant.now(), result, List.of(), 1 << 20));
  }

  private static Map<String, String> with(String field, String value) {
    Map<String, String> fields = new HashMap<>(GENERATOR);
    fields.put(field, value);
    return fields;
  }

  private static Response upload(Map<String, String> fields, byte[] file) {
    return upload(UUID.randomUUID().toString(), fields, file);
  }

  private static Response upload(String key, Map<String, String> fields, byte[] file) {
    return form(fields)
        .header("Idempotency-Key", key)
        .multiPart("file", "200000-G.ckpt", file)
        .post("/v1/checkpoints");
  }

  private static RequestSpecification form(Map<String, String> fields) {
    RequestSpecification form = Api.request();
    fields.forEach((name, value) -> form.multiPart(name, value));
    return form;
  }

  private static Response export(CheckpointId id, String format) {
    return Api.json(Map.of("format", format)).post("/v1/checkpoints/" + id + "/exports");
  }

  private static Problem assertProblem(Response response, int status, String code) {
    Problem problem = Api.read(response, status, Problem.class);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.detail()).isNotBlank();
    return problem;
  }
}
