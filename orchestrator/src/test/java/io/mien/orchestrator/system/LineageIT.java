package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.LineageView;
import io.mien.contracts.rest.LineageView.Kind;
import io.mien.contracts.rest.LineageView.Node;
import io.mien.contracts.rest.LineageView.Side;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole pipeline and a photo, asked about from every end. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class LineageIT {

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

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
  void everyEndOfAPipelineTellsTheWholeOfIt() throws IOException {
    RunView run = pipeline();
    RunView photo = photo();
    UUID version = task(run, "pack");
    UUID classifier = checkpoint(run, "resnet18");
    UUID generator = checkpoint(run, "stargan");
    UUID images = task(run, "synthesise");
    UUID report = run.evaluationId().value();

    LineageView ofGenerator = lineage("checkpoint", generator.toString());

    assertThat(ofGenerator.start()).isEqualTo(generator);
    assertThat(ofGenerator.complete()).isTrue();
    assertThat(ofGenerator.nodes())
        .extracting(Node::kind, Node::id, Node::side)
        .contains(
            tuple(Kind.DATASET, run.datasetId().value(), Side.UPSTREAM),
            tuple(Kind.DATASET_VERSION, version, Side.UPSTREAM),
            tuple(Kind.CHECKPOINT, generator, Side.START),
            tuple(Kind.SYNTHESIS, images, Side.DOWNSTREAM),
            tuple(Kind.EVALUATION, report, Side.DOWNSTREAM),
            tuple(Kind.SYNTHESIS, task(photo, "synthesise"), Side.DOWNSTREAM))
        .doesNotContain(tuple(Kind.CHECKPOINT, classifier, Side.UPSTREAM));
    assertThat(ofGenerator.edges())
        .contains(
            edge(run.datasetId().value(), version),
            edge(version, generator),
            edge(generator, images),
            edge(images, report),
            edge(generator, report))
        .allMatch(each -> ids(ofGenerator).containsAll(Set.of(each.from(), each.to())));
    assertThat(ofGenerator.nodes()).extracting(Node::kind).doesNotContain(Kind.OUTPUT);

    LineageView ofReport = lineage("evaluation", report.toString());
    assertThat(ids(ofReport))
        .containsExactlyInAnyOrder(
            run.datasetId().value(), version, classifier, generator, images, report);
    assertThat(ofReport.nodes()).filteredOn(node -> node.side() == Side.DOWNSTREAM).isEmpty();

    LineageView ofVersion = lineage("dataset-version", version.toString());
    assertThat(ids(ofVersion))
        .contains(version, classifier, generator, images, report, task(photo, "synthesise"));
    assertThat(ids(lineage("synthesis", images.toString()))).contains(version, generator, report);
  }

  @Test
  void objectIsAskedAboutByItsKeyAndIntermediateOnesToo() {
    RunView run = pipeline();
    UUID detect = task(run, "detect");
    String contactSheet = "datasets/tasks/" + task(run, "pack") + "/1/1/contact-sheet.png";

    assertThat(lineage("object", contactSheet).start()).isEqualTo(task(run, "pack"));
    LineageView ofPart = lineage("object", "datasets/tasks/" + detect + "/1/1/faces.json");
    assertThat(ofPart.nodes())
        .extracting(Node::kind, Node::side)
        .contains(tuple(Kind.OUTPUT, Side.START), tuple(Kind.DATASET_VERSION, Side.DOWNSTREAM));
    assertThat(ofPart.edges()).contains(edge(detect, task(run, "pack")));
  }

  @Test
  void whatIsNotThereOrCannotBeAskedAboutIsSaid() {
    String nobody = UUID.randomUUID().toString();

    assertProblem("type=checkpoint&id=" + nobody, 404, "checkpoint-not-found");
    assertProblem("type=dataset-version&id=" + nobody, 404, "dataset-version-not-found");
    assertProblem("type=object&id=models/tasks/" + nobody + "/1/1/x", 404, "object-not-found");
    assertProblem("type=object&id=models/uploads/x", 422, "bad-field");
    assertProblem("type=run&id=" + nobody, 422, "bad-field");
    assertProblem("type=checkpoint&id=mine", 422, "bad-field");
    assertProblem("type=checkpoint", 422, "field-missing");
  }

  /** Most tasks have nothing to do with what is asked about. */
  private RunView pipeline() {
    RunId run = Api.startRun(folder).runId();
    Outcomes.PIPELINE.forEach(step -> carryOut(run, step));
    return Api.awaitRun(run, RunState.SUCCEEDED);
  }

  private RunView photo() throws IOException {
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", photo);
    ExpressionSetView accepted =
        Api.read(
            Api.request()
                .multiPart("photo", "p.png", photo.toByteArray(), "image/png")
                .multiPart("expressions", "happy")
                .post("/v1/expressions"),
            202,
            ExpressionSetView.class);
    carryOut(accepted.runId(), "prepare");
    carryOut(accepted.runId(), "synthesise");
    return Api.awaitRun(accepted.runId(), RunState.SUCCEEDED);
  }

  private void carryOut(RunId run, String step) {
    RunTask offer = worker.awaitOffer(run, step, 1);
    worker.carryOut(offer, outcomes.of(offer));
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
  }

  private static UUID task(RunView run, String step) {
    return run.steps().stream()
        .filter(each -> each.name().equals(step))
        .findFirst()
        .orElseThrow()
        .task()
        .taskId()
        .value();
  }

  private static UUID checkpoint(RunView run, String network) {
    Page<CheckpointView> found =
        Api.get(
            "/v1/checkpoints?network=" + network + "&runId=" + run.runId(),
            new TypeReference<>() {});
    return found.items().get(0).checkpointId().value();
  }

  private static LineageView lineage(String type, String id) {
    return Api.get("/v1/lineage?type=" + type + "&id=" + id, LineageView.class);
  }

  private static LineageView.Edge edge(UUID from, UUID to) {
    return new LineageView.Edge(from, to);
  }

  private static Set<UUID> ids(LineageView view) {
    return view.nodes().stream().map(Node::id).collect(Collectors.toSet());
  }

  private static void assertProblem(String query, int status, String code) {
    assertThat(Api.read(Api.request().get("/v1/lineage?" + query), status, Problem.class).code())
        .isEqualTo(code);
  }
}
