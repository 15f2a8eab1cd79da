package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.client.ApiClient;
import io.mien.client.ApiException;
import io.mien.client.ApiResponse;
import io.mien.client.api.DatasetsApi;
import io.mien.client.api.ExpressionsApi;
import io.mien.client.api.ExpressionsApi.APIStartExpressionsRequest;
import io.mien.client.api.ObjectsApi;
import io.mien.client.api.RunsApi;
import io.mien.client.api.SynthesesApi;
import io.mien.client.model.DatasetRequest;
import io.mien.client.model.DatasetView;
import io.mien.client.model.ExpressionSetView;
import io.mien.client.model.ExpressionSetViewImage;
import io.mien.client.model.ImageFormat;
import io.mien.client.model.PageDatasetView;
import io.mien.client.model.Problem;
import io.mien.client.model.RunRequest;
import io.mien.client.model.RunState;
import io.mien.client.model.SynthesisItem;
import io.mien.client.model.SynthesisRequest;
import io.mien.client.model.SynthesisView;
import io.mien.client.model.SynthesisViewState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that was generated from our description at build time does what a product does. It
 * refuses answers with a field that the description does not know.
 */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class GeneratedClientIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @TestHTTPResource URI address;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ApiClient client;
  private ScriptedWorker worker;

  @BeforeEach
  void connect() {
    Api.awaitUp();
    client = client();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void photoIsSentAsAFormAndItsImagesAreRead() throws IOException, ApiException {
    Champion.train(worker, store, folder);
    ExpressionsApi expressions = new ExpressionsApi(client);
    APIStartExpressionsRequest request =
        APIStartExpressionsRequest.newBuilder()
            .idempotencyKey(UUID.randomUUID().toString())
            .photo(photo())
            .expressions("happy,sad")
            .format(ImageFormat.JPEG)
            .size(64)
            .intensity(0.5)
            .build();

    ApiResponse<ExpressionSetView> accepted = expressions.startExpressionsWithHttpInfo(request);

    assertThat(accepted.getStatusCode()).isEqualTo(202);
    UUID run = accepted.getData().getRunId();
    assertThat(expressions.startExpressions(request).getRunId()).isEqualTo(run);
    RunTask prepare = worker.awaitOffer(new RunId(run), "prepare", 1);
    assertThat(Sha256.of(store.read(((PreparePhoto) prepare.spec()).photo())))
        .isEqualTo(Sha256.of(Files.readAllBytes(photo().toPath())));
    carryOut(prepare);
    RunTask synthesise = worker.awaitOffer(new RunId(run), "synthesise", 1);
    SynthesisePhoto asked = (SynthesisePhoto) synthesise.spec();
    assertThat(asked.form().size()).isEqualTo(64);
    assertThat(asked.form().intensity()).isEqualTo(0.5);
    carryOut(synthesise);

    ExpressionSetView set =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> expressions.getExpressions(run),
                view -> view.getState() == RunState.SUCCEEDED);
    assertThat(set.getMade().getIntensity()).isEqualTo(0.5);
    assertThat(set.getImages())
        .extracting(ExpressionSetViewImage::getExpression)
        .contains("happy", "sad");
    ExpressionSetViewImage image = set.getImages().get(0);
    assertThat(Sha256.of(Files.readAllBytes(object(image.getUrl()).toPath())))
        .isEqualTo(image.getSha256());
  }

  @Test
  void manyItemsAreSentAsJsonCountedAndReadLineByLine() throws IOException, ApiException {
    Champion.train(worker, store, folder);
    SynthesesApi syntheses = new SynthesesApi(client);
    ScriptedSynthesis outcomes = new ScriptedSynthesis(store);

    SynthesisView started =
        syntheses.startSynthesis(
            SynthesesApi.APIStartSynthesisRequest.newBuilder()
                .synthesisRequest(
                    new SynthesisRequest()
                        .source(folder.toUri())
                        .expressions(List.of("happy"))
                        .items(List.of(item(1), item(2))))
                .build());

    UUID run = started.getRunId();
    assertThat(started.getState()).isEqualTo(SynthesisViewState.RUNNING);
    RunTask list = worker.awaitOffer(new RunId(run), "list", 1);
    ItemsListed listed = outcomes.listed(list, List.of(List.of(1, 2)), List.of());
    worker.carryOut(list, listed);
    RunTask prepare = worker.awaitOffer(new RunId(run), "prepare", 1);
    worker.carryOut(
        prepare,
        outcomes.prepared(prepare, List.of(1), List.of(ScriptedSynthesis.failed(2, "no-face"))));
    RunTask generate = worker.awaitOffer(new RunId(run), "generate", 1);
    worker.carryOut(generate, outcomes.synthesised(generate, List.of(1), List.of()));

    SynthesisView ended =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> syntheses.getSynthesis(run),
                view -> view.getState() == SynthesisViewState.COMPLETED_WITH_ERRORS);
    assertThat(ended.getItems().getTotal()).isEqualTo(2);
    assertThat(ended.getItems().getSucceeded()).isEqualTo(1);
    assertThat(ended.getItems().getFailed()).isEqualTo(1);
    assertThat(lines(syntheses.getSynthesisResults(run, null)))
        .extracting(line -> line.path("custom_id").asText())
        .containsExactly("item-1");
    assertThat(lines(syntheses.getSynthesisErrors(run)))
        .extracting(line -> line.path("code").asText())
        .containsExactly("no-face");
    assertThat(syntheses.getSynthesisArchive(run)).isNotEmpty();
  }

  @Test
  void problemReachesTheCallerWithItsCode() throws IOException {
    RunsApi runs = new RunsApi(client);

    assertProblem(
        catchThrowableOfType(ApiException.class, () -> runs.getRun(UUID.randomUUID())),
        404,
        "run-not-found");
    assertProblem(
        catchThrowableOfType(
            ApiException.class,
            () ->
                runs.startRun(new RunRequest().datasetId(UUID.randomUUID()).preset("huge"), null)),
        422,
        "unknown-preset");
    assertProblem(
        catchThrowableOfType(ApiException.class, () -> runs.listRuns(null, 0, null)),
        400,
        "bad-limit");
  }

  @Test
  void listIsReadPageByPage() throws ApiException {
    DatasetsApi datasets = new DatasetsApi(client);
    List<UUID> registered = new ArrayList<>();
    for (String name : List.of("first", "second", "third")) {
      DatasetRequest request = new DatasetRequest().name(name).source(folder.toUri());
      registered.add(0, datasets.registerDataset(request, null).getDatasetId());
    }

    PageDatasetView page = datasets.listDatasets(null, 2);
    PageDatasetView next = datasets.listDatasets(page.getNextCursor(), 1);

    assertThat(page.getItems())
        .extracting(DatasetView::getDatasetId)
        .isEqualTo(registered.subList(0, 2));
    assertThat(next.getItems())
        .extracting(DatasetView::getDatasetId)
        .containsExactly(registered.get(2));
  }

  private ApiClient client() {
    ObjectMapper strict =
        ApiClient.createDefaultObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    String base = address.toString().replaceAll("/$", "");
    return new ApiClient(HttpClient.newBuilder(), strict, base)
        .setRequestInterceptor(
            request -> request.header("Authorization", "Bearer " + OrchestratorServers.KEY));
  }

  private void carryOut(RunTask offer) {
    worker.carryOut(offer, new Outcomes(store).of(offer));
  }

  /** As its address names it: the bucket, and a key with slashes. */
  private File object(String url) throws ApiException {
    String[] parts = url.split("/", 5);
    return new ObjectsApi(client).getObject(parts[3], parts[4]);
  }

  private File photo() throws IOException {
    File file = folder.resolve("me.png").toFile();
    ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", file);
    return file;
  }

  private void assertProblem(ApiException refused, int status, String code) throws IOException {
    assertThat(refused.getCode()).isEqualTo(status);
    Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    assertThat(problem.getStatus()).isEqualTo(status);
    assertThat(problem.getCode()).isEqualTo(code);
  }

  private static SynthesisItem item(int line) {
    return new SynthesisItem().customId(ScriptedSynthesis.name(line)).photo(line + ".jpg");
  }

  private static List<JsonNode> lines(File file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file.toPath())) {
      lines.add(WireJson.MAPPER.readTree(line));
    }
    return lines;
  }
}
