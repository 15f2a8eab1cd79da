package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepsRequest;
import io.mien.contracts.rest.StepsRequest.Step;
import io.mien.contracts.rest.TemplateView;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of steps that a client names itself, over what earlier runs have made. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class StepsIT {

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Outcomes outcomes;

  @BeforeEach
  void start() {
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
  void trainedGeneratorIsJudgedAgainWithoutTrainingAnything() {
    // Given a dataset and checkpoints that a pipeline has made
    RunView pipeline = Api.startRun(folder);
    Outcomes.PIPELINE.forEach(step -> carryOut(pipeline.runId(), step));
    RunView made = Api.awaitRun(pipeline.runId(), RunState.SUCCEEDED);
    Map<String, Object> dataset = Map.of("$dataset", made.datasetId().toString());
    Map<String, Object> generator = Map.of("$checkpoint", "champion", "network", "stargan");

    // When somebody asks for a synthesis and its evaluation alone
    Step images =
        new Step(
            "synthesise",
            null,
            Map.of(
                "type",
                "SynthesiseDataset",
                "dataset",
                dataset,
                "split",
                "test",
                "checkpoint",
                generator,
                "expressions",
                List.of("happy"),
                "limit",
                3));
    Step judgement =
        new Step(
            "evaluate",
            List.of("synthesise"),
            Map.of(
                "type",
                "EvaluateSynthesis",
                "dataset",
                dataset,
                "synthesis",
                Map.of("$step", "synthesise", "field", "synthesis"),
                "classifier",
                Map.of("$checkpoint", "candidate", "network", "resnet18"),
                "generator",
                generator));
    RunView run =
        Api.read(
            Api.json(
                    new StepsRequest(
                        "judge the champion",
                        List.of(images, judgement),
                        null,
                        null,
                        null,
                        null,
                        5,
                        null))
                .post("/v1/runs/steps"),
            201,
            RunView.class);

    // Then that is what is done, with what is there and what comes of the first step
    assertThat(run.template()).isEqualTo("steps");
    assertThat(run.priority()).isEqualTo(5);
    RunTask synthesis = carryOut(run.runId(), "synthesise");
    assertThat(((SynthesiseDataset) synthesis.spec()).expressions()).containsExactly("happy");
    RunTask evaluation = carryOut(run.runId(), "evaluate");
    ImagesSynthesised result = (ImagesSynthesised) Api.task(synthesis.taskId()).result();
    assertThat(((EvaluateSynthesis) evaluation.spec()).synthesis()).isEqualTo(result.synthesis());
    RunView done = Api.awaitRun(run.runId(), RunState.SUCCEEDED);
    assertThat(done.evaluationId()).isNotNull();
  }

  @Test
  void everyTemplateIsARunAndIsAskedForAgainWithOtherParameters() {
    RunView pipeline = Api.startRun(folder);
    Outcomes.PIPELINE.forEach(step -> carryOut(pipeline.runId(), step));
    String dataset = Api.awaitRun(pipeline.runId(), RunState.SUCCEEDED).datasetId().toString();
    List<TemplateView> templates =
        List.of(Api.read(Api.request().get("/v1/templates"), 200, TemplateView[].class));
    assertThat(templates)
        .extracting(TemplateView::name)
        .containsExactly("train", "synthesise", "evaluate", "retrain");

    for (TemplateView template : templates) {
      boolean trains =
          template.parameters().stream().anyMatch(each -> each.name().equals("preset"));
      RunView run =
          startTemplate(
              template.name(),
              trains ? Map.of("dataset", dataset, "preset", "smoke") : Map.of("dataset", dataset));
      assertThat(run.name()).isEqualTo(template.name());
      run.steps().forEach(step -> carryOut(run.runId(), step.name()));
      Api.awaitRun(run.runId(), RunState.SUCCEEDED);
    }

    RunView first = startTemplate("synthesise", Map.of("dataset", dataset, "limit", 3));
    RunView again =
        Api.read(
            Api.json(Map.of("parameters", Map.of("expressions", List.of("happy"))))
                .post("/v1/runs/" + first.runId() + "/rerun"),
            201,
            RunView.class);
    RunTask offer = worker.awaitOffer(again.runId(), "synthesise", 1);
    SynthesiseDataset spec = (SynthesiseDataset) offer.spec();
    assertThat(spec.expressions()).containsExactly("happy");
    assertThat(spec.limit()).isEqualTo(3);
    List.of(first, again).forEach(run -> Api.request().post("/v1/runs/" + run.runId() + "/cancel"));
  }

  @Test
  void parametersThatATemplateDoesNotHaveOrLacksAreNamed() {
    assertThat(template("train", Map.of())).contains("bad-field", "'dataset'");
    assertThat(template("train", Map.of("dataset", "x", "epochs", 3)))
        .contains("bad-field", "'epochs'", "preset");
    assertThat(template("tune", Map.of())).contains("unknown-template", "retrain");
  }

  private static String template(String name, Map<String, Object> parameters) {
    return Api.json(Map.of("template", name, "parameters", parameters))
        .post("/v1/runs/steps")
        .asString();
  }

  private static RunView startTemplate(String name, Map<String, Object> parameters) {
    return Api.read(
        Api.json(Map.of("template", name, "parameters", parameters)).post("/v1/runs/steps"),
        201,
        RunView.class);
  }

  @Test
  void whatCannotBeDoneIsRefusedBeforeAnythingIsQueued() {
    Step unknown =
        new Step(
            "draw",
            null,
            Map.of(
                "type",
                "GenerateFaces",
                "checkpoint",
                Map.of("$checkpoint", "nobody", "network", "face-gan"),
                "seed",
                1,
                "count",
                1));
    assertThat(Api.json(StepsRequest.of(null, List.of(unknown))).post("/v1/runs/steps").asString())
        .contains("no-checkpoint", "nobody");
  }

  private RunTask carryOut(RunId run, String step) {
    RunTask offer = worker.awaitOffer(run, step, 1);
    worker.carryOut(offer, outcomes.of(offer));
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
    return offer;
  }
}
