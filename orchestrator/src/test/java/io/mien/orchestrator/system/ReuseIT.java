package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.LineageView;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.store.ObjectStore;
import io.mien.store.json.JsonLines;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that were done before take the results that are there, and say so. */
@QuarkusTest
@WithTestResource(ReuseIT.Reusing.class)
class ReuseIT {

  private static final List<String> DATA = List.of("list", "detect", "pack");
  private static final List<String> LEARNING =
      List.of("train-classifier", "train-stargan", "synthesise", "evaluate");

  /** As an installation has it. */
  public static final class Reusing implements QuarkusTestResourceLifecycleManager {

    private final OrchestratorServers servers = new OrchestratorServers();

    @Override
    public Map<String, String> start() {
      Map<String, String> config = new HashMap<>(servers.start());
      config.put("mien.orchestrator.reuse-steps", "true");
      return config;
    }

    @Override
    public void stop() {
      servers.stop();
    }
  }

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Outcomes outcomes;
  private RunView first;

  @BeforeEach
  void carryOutARun() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new Outcomes(store);
    first = Api.startRun(folder);
    DATA.forEach(step -> carryOut(first.runId(), step));
    LEARNING.stream().filter(this::isLeft).forEach(step -> carryOut(first.runId(), step));
    first = Api.awaitRun(first.runId(), RunState.SUCCEEDED);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void trainingOnTheSameDataIsTakenFromTheEarlierRunAndTheEvaluationIsTheRunsOwn() {
    RunView again = start(first.datasetId(), null);
    DATA.forEach(step -> carryOut(again.runId(), step));

    RunView done = Api.awaitRun(again.runId(), RunState.SUCCEEDED);

    for (String step : LEARNING) {
      TaskView task = task(done, step);
      assertThat(task.reusedFrom()).as(step).isNotNull();
      assertThat(task.result()).isEqualTo(task(first, step).result());
      assertThat(task.attempt()).isZero();
    }
    assertThat(done.evaluationId()).isNotNull().isNotEqualTo(first.evaluationId());
  }

  @Test
  void lineageOfWhatWasTakenOverIsThatOfWhatItWasTakenFrom() {
    RunView again = start(first.datasetId(), null);
    DATA.forEach(step -> carryOut(again.runId(), step));
    RunView done = Api.awaitRun(again.runId(), RunState.SUCCEEDED);
    TaskView images = task(done, "synthesise");
    UUID origin = Objects.requireNonNull(images.reusedFrom()).value();

    LineageView ofVersion = lineage("dataset-version", task(done, "pack").taskId());
    assertThat(ofVersion.nodes())
        .extracting(LineageView.Node::id)
        .doesNotHaveDuplicates()
        .contains(origin, done.evaluationId().value(), first.evaluationId().value())
        .doesNotContain(images.taskId().value());
    assertThat(ofVersion.nodes())
        .filteredOn(node -> node.kind() == LineageView.Kind.CHECKPOINT)
        .hasSize(2)
        .allSatisfy(
            node -> {
              Api.request().get("/v1/checkpoints/" + node.id()).then().statusCode(200);
              assertThat(ofVersion.edges())
                  .contains(new LineageView.Edge(ofVersion.start(), node.id()));
            });
    LineageView ofImages = lineage("synthesis", images.taskId());
    assertThat(ofImages.start()).isEqualTo(origin);
    assertThat(ofImages.nodes())
        .extracting(LineageView.Node::id)
        .contains(done.evaluationId().value(), first.evaluationId().value());
  }

  @Test
  void whoAsksForItGetsEverythingAnew() {
    RunView again = start(first.datasetId(), true);
    DATA.forEach(step -> carryOut(again.runId(), step));

    carryOut(again.runId(), "train-classifier");

    assertThat(task(Api.run(again.runId()), "train-classifier").reusedFrom()).isNull();
    Api.request().post("/v1/runs/" + again.runId() + "/cancel");
  }

  @Test
  void workersWithOtherCodeDoTheirWorkThemselves() {
    Instant now = Instant.now();
    WorkerId id = ScriptedWorker.id(TaskKind.TRAIN, 1);
    worker.report(
        new WorkerHeartbeat(
            id, now, TaskKind.TRAIN, "scripted", 1, "2", 100, 0, "cpu", now, 1, 1, false));
    RunView again = start(first.datasetId(), null);
    DATA.forEach(step -> carryOut(again.runId(), step));

    carryOut(again.runId(), "train-classifier");

    assertThat(task(Api.run(again.runId()), "train-classifier").reusedFrom()).isNull();
    Api.request().post("/v1/runs/" + again.runId() + "/cancel");
  }

  @Test
  void partOfASynthesisThatWasDoneWholeIsTakenAndOneWithAFailedItemIsNot() {
    ScriptedSynthesis synthesis = new ScriptedSynthesis(store);
    RunId before = startSynthesis();
    prepare(before, synthesis);
    RunTask part =
        carryOutPart(before, offer -> synthesis.synthesised(offer, List.of(1, 2), List.of()), 2);
    FailedItem failed = ScriptedSynthesis.failed(3, "not-generated");
    carryOutPart(before, offer -> synthesis.synthesised(offer, List.of(), List.of(failed)), 1);
    Api.awaitRun(before, RunState.SUCCEEDED);

    RunId again = startSynthesis();
    prepare(again, synthesis);
    Awaitility.await().until(() -> synthesis(again).items().succeeded() == 2);
    assertThat(synthesis(again).etaSeconds()).isNull(); // what is only taken tells no pace
    carryOutPart(again, offer -> synthesis.synthesised(offer, List.of(3), List.of()), 1);

    Api.awaitRun(again, RunState.SUCCEEDED);
    assertThat(synthesis(before).items()).isEqualTo(new SynthesisView.Items(3L, 2, 0, 1, 0L, 2));
    assertThat(synthesis(again).items()).isEqualTo(new SynthesisView.Items(3L, 3, 0, 0, 0L, 3));
    Map<String, String> images = images(again);
    assertThat(images).containsOnlyKeys("item-1", "item-2", "item-3");
    assertThat(images).containsAllEntriesOf(images(before));
    assertThat(reusedFrom(before)).isEmpty();
    String whole = part.taskId().toString();
    assertThat(reusedFrom(again)).isEqualTo(Map.of("item-1", whole, "item-2", whole));
  }

  @Test
  void photoThatWasAskedForBeforeTellsWhichTaskMadeItsImages() throws IOException {
    byte[] photo = png();
    ExpressionSetView before = ask(photo, 202);
    carryOut(before.runId(), "prepare");
    RunTask synthesise = carryOut(before.runId(), "synthesise");
    Api.awaitRun(before.runId(), RunState.SUCCEEDED);

    ExpressionSetView again = ask(photo, 200); // done at once
    Api.awaitRun(again.runId(), RunState.SUCCEEDED);

    assertThat(set(before.runId()).reusedFrom()).isNull();
    assertThat(set(again.runId()).reusedFrom()).isEqualTo(synthesise.taskId());
    assertThat(set(again.runId()).images()).isEqualTo(set(before.runId()).images());
  }

  private static ExpressionSetView ask(byte[] photo, int status) {
    return Api.read(
        Api.request().multiPart("photo", "p.png", photo, "image/png").post("/v1/expressions"),
        status,
        ExpressionSetView.class);
  }

  private static ExpressionSetView set(RunId run) {
    return Api.get("/v1/expressions/" + run, ExpressionSetView.class);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static LineageView lineage(String type, TaskId id) {
    return Api.read(
        Api.request().get("/v1/lineage?type=" + type + "&id=" + id), 200, LineageView.class);
  }

  private static RunId startSynthesis() {
    List<Map<String, String>> items =
        Stream.of("1", "2", "3")
            .map(name -> Map.of("custom_id", "item-" + name, "photo", name + ".jpg"))
            .toList();
    return Api.read(
            Api.json(Map.of("items", items)).post("/v1/syntheses"), 202, SynthesisView.class)
        .runId();
  }

  /** Lists and prepares two parts, of two items and of one. */
  private void prepare(RunId run, ScriptedSynthesis synthesis) {
    RunTask listing = worker.awaitOffer(run, "list", 1);
    List<List<Integer>> parts = List.of(List.of(1, 2), List.of(3));
    ItemsListed listed = synthesis.listed(listing, parts, List.of());
    worker.carryOut(listing, listed);
    for (int part = 0; part < parts.size(); part++) {
      ObjectRef items = listed.parts().get(part).items();
      RunTask offer =
          worker.awaitOffer(
              each -> each.spec() instanceof PrepareItems spec && spec.items().equals(items));
      worker.carryOut(offer, synthesis.prepared(offer, parts.get(part), List.of()));
    }
  }

  private RunTask carryOutPart(RunId run, Function<RunTask, TaskResult> work, int items) {
    RunTask offer =
        worker.awaitOffer(
            each ->
                each.runId().equals(run)
                    && each.spec() instanceof SynthesiseItems spec
                    && spec.count() == items);
    worker.carryOut(offer, work.apply(offer));
    return offer;
  }

  private static SynthesisView synthesis(RunId run) {
    return Api.get("/v1/syntheses/" + run, SynthesisView.class);
  }

  /** The address of the image of each item. */
  private static Map<String, String> images(RunId run) {
    return results(run).stream()
        .collect(
            Collectors.toMap(
                line -> line.path("custom_id").asText(),
                line -> line.at("/images/0/url").asText()));
  }

  /** Whose images the items have that are not their own. */
  private static Map<String, String> reusedFrom(RunId run) {
    return results(run).stream()
        .filter(line -> line.has("reused_from"))
        .collect(
            Collectors.toMap(
                line -> line.path("custom_id").asText(),
                line -> line.path("reused_from").asText()));
  }

  private static List<JsonNode> results(RunId run) {
    byte[] results = Api.request().get("/v1/syntheses/" + run + "/results").asByteArray();
    return JsonLines.values(results, JsonNode.class);
  }

  /** Other tests may have done the same before. */
  private boolean isLeft(String step) {
    return Api.step(first.runId(), step).state() != StepState.SUCCEEDED;
  }

  private static RunView start(@Nullable DatasetId dataset, @Nullable Boolean fresh) {
    RunRequest request =
        new RunRequest(
            Objects.requireNonNull(dataset),
            "smoke",
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            fresh);
    return Api.read(Api.json(request).post("/v1/runs"), 201, RunView.class);
  }

  private static TaskView task(RunView run, String step) {
    return run.steps().stream()
        .filter(each -> each.name().equals(step))
        .findFirst()
        .map(StepView::task)
        .orElseThrow();
  }

  private RunTask carryOut(RunId run, String step) {
    RunTask offer = worker.awaitOffer(run, step, 1);
    worker.carryOut(offer, outcomes.of(offer));
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
    return offer;
  }
}
