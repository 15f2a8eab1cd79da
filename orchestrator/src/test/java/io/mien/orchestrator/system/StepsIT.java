package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepsRequest;
import io.mien.contracts.rest.StepsRequest.Step;
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
                        "judge the champion", List.of(images, judgement), null, null, 5, null))
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
    assertThat(
            Api.json(new StepsRequest(null, List.of(unknown), null, null, null, null))
                .post("/v1/runs/steps")
                .asString())
        .contains("no-checkpoint", "nobody");
  }

  private RunTask carryOut(RunId run, String step) {
    RunTask offer = worker.awaitOffer(run, step, 1);
    worker.carryOut(offer, outcomes.of(offer));
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
    return offer;
  }
}
