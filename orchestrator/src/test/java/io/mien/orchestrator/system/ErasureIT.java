package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.ErasureView;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.DatasetsDeleted;
import io.mien.contracts.result.SubjectErased;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.contracts.task.EraseSubject;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is taken out of a dataset that networks have learnt from. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class ErasureIT {

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
  void versionsWithThePersonAreReplacedAndTheCheckpointsThatLearntFromThemAreNamed() {
    // Given two versions of a dataset, and a generator trained on each
    RunView first = Api.startRun(folder);
    DatasetId dataset = first.datasetId();
    PrefixRef one = train(first.runId());
    PrefixRef two = train(again(dataset).runId());

    // When a person is erased
    RunId erasure = Api.read(erase(dataset, "S005"), 201, RunView.class).runId();
    RunTask erase = offer(erasure, "erase");
    assertThat(erase.spec()).isEqualTo(new EraseSubject("S005", two, List.of(one)));
    DatasetPrepared without = outcomes.prepared(erase);
    carryOut(erase, new SubjectErased(without, 4));
    RunTask delete = offer(erasure, "delete");
    assertThat(delete.spec()).isEqualTo(new DeleteDatasets(List.of(one, two)));
    carryOut(delete, new DatasetsDeleted(12));
    Api.awaitRun(erasure, RunState.SUCCEEDED);

    // Then the dataset is the version without them, and says whom to forget
    DatasetView view = Api.get("/v1/datasets/" + dataset, DatasetView.class);
    assertThat(view.prepared()).isEqualTo(without);
    assertThat(view.erased()).containsExactly("S005");
    List<ErasureView> erasures =
        Api.get("/v1/datasets/" + dataset + "/erasures", new TypeReference<>() {});
    assertThat(erasures).hasSize(1);
    assertThat(erasures.get(0).crops()).isEqualTo(4);
    assertThat(erasures.get(0).checkpoints())
        .extracting(each -> each.summary().network())
        .containsExactly("resnet18", "stargan", "resnet18", "stargan");

    // And what is trained later does not count, nor see them again
    RunId later = again(dataset).runId();
    RunTask list = offer(later, "list");
    assertThat(((ListDataset) list.spec()).dataset().erased()).containsExactly("S005");
    assertThat(((ListDataset) list.spec()).previous()).isEqualTo(without.dataset());
    Api.request().post("/v1/runs/" + later + "/cancel");
  }

  @Test
  void datasetThatARunIsUsingIsLeftAlone() {
    RunView run = Api.startRun(folder);
    RunId user = again(run.datasetId()).runId();
    prepare(run.runId());

    Response refused = erase(run.datasetId(), "S005");

    assertThat(refused.statusCode()).as(refused.asString()).isGreaterThanOrEqualTo(400);
    assertThat(refused.asString()).contains("dataset-in-use", run.runId().toString());
    Api.request().post("/v1/runs/" + run.runId() + "/cancel");
    Api.request().post("/v1/runs/" + user + "/cancel");
  }

  @Test
  void noRunBeginsWhileAPersonIsBeingErased() {
    RunView run = Api.startRun(folder);
    train(run.runId());
    RunId erasure = Api.read(erase(run.datasetId(), "S005"), 201, RunView.class).runId();

    Response refused = Api.json(request(run.datasetId())).post("/v1/runs");

    assertThat(refused.asString()).contains("dataset-in-use", erasure.toString());
    Api.request().post("/v1/runs/" + erasure + "/cancel");
    Api.awaitRun(erasure, RunState.CANCELLED);
    assertThat(Api.get("/v1/datasets/" + run.datasetId(), DatasetView.class).erased()).isEmpty();
  }

  @Test
  void datasetThatWasNeverIngestedHasNobodyToErase() {
    RunView run = Api.startRun(folder);

    assertThat(erase(run.datasetId(), "S005").asString()).contains("dataset-not-prepared");
    Api.request().post("/v1/runs/" + run.runId() + "/cancel");
  }

  private static Response erase(DatasetId dataset, String subject) {
    return Api.json(Map.of("subject", subject)).post("/v1/datasets/" + dataset + "/erasures");
  }

  private static RunView again(DatasetId dataset) {
    return Api.read(Api.json(request(dataset)).post("/v1/runs"), 201, RunView.class);
  }

  private static Map<String, String> request(DatasetId dataset) {
    return Map.of("datasetId", dataset.toString(), "preset", "smoke");
  }

  /** Carries out a whole run; where its dataset lies. */
  private PrefixRef train(RunId run) {
    PrefixRef dataset = prepare(run);
    for (String step : List.of("train-classifier", "train-stargan", "synthesise", "evaluate")) {
      carryOut(offer(run, step));
    }
    Api.awaitRun(run, RunState.SUCCEEDED);
    return dataset;
  }

  private PrefixRef prepare(RunId run) {
    carryOut(offer(run, "list"));
    carryOut(offer(run, "detect"));
    RunTask pack = offer(run, "pack");
    DatasetPrepared prepared = outcomes.prepared(pack);
    carryOut(pack, prepared);
    return prepared.dataset();
  }

  private RunTask offer(RunId run, String step) {
    return worker.awaitOffer(o -> o.runId().equals(run) && o.step().equals(step));
  }

  private void carryOut(RunTask offer) {
    carryOut(offer, outcomes.of(offer));
  }

  private void carryOut(RunTask offer, TaskResult result) {
    WorkerId id = ScriptedWorker.id(offer.kind(), 1);
    worker.start(offer, id);
    worker.report(
        new TaskSucceeded(
            offer.taskId(), offer.attempt(), id, Instant.now(), result, List.of(), 1 << 20));
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
  }
}
