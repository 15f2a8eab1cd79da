package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.TaskKind;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.StepsRequest.Step;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.store.json.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepsPlannerTest {

  private static final PrefixRef DATASET = set("tasks/d/1/dataset/");
  private static final PrefixRef CHECKPOINT = set("tasks/c/1/checkpoint/");
  private static final DatasetId DATASET_ID = new DatasetId(new UUID(0, 7));

  private static final Map<String, Object> FACES = Map.of("$dataset", "faces");
  private static final Map<String, Object> CHAMPION =
      Map.of("$checkpoint", "champion", "network", "stargan");
  private static final Map<String, Object> IMAGES = Map.of("$step", "images", "field", "synthesis");

  private static final Step SYNTHESISE =
      new Step(
          "images",
          null,
          Map.of(
              "type",
              "SynthesiseDataset",
              "dataset",
              FACES,
              "split",
              "test",
              "checkpoint",
              CHAMPION,
              "expressions",
              List.of(),
              "limit",
              5));

  private static final Step EVALUATE = evaluate(List.of("images"), IMAGES);

  /** Knows one of everything. */
  private static final class Known implements StepsPlanner.NamedThings {

    @Override
    public JsonNode find(ObjectNode reference) {
      return WireJson.MAPPER.valueToTree(reference.has("$dataset") ? DATASET : CHECKPOINT);
    }

    @Override
    public List<DatasetId> datasets() {
      return List.of(DATASET_ID);
    }
  }

  @Test
  void whatIsThereIsPutInNowAndWhatStepsHandBackWhenTheyHave() {
    StepsPlan plan = plan(SYNTHESISE, EVALUATE);

    assertThat(plan.steps())
        .extracting(StepTemplate::name, StepTemplate::kind)
        .containsExactly(tuple("images", TaskKind.SYNTH), tuple("judge", TaskKind.EVAL));
    assertThat(plan.further()).extracting(StepsPlan.UsedDataset::datasetId).contains(DATASET_ID);

    PrefixRef made = set("tasks/s/1/synthesis/");
    StepResults results =
        new StepResults(
            Map.of(
                "images",
                List.of(new ImagesSynthesised(made, List.of(), 5, made.manifest(), List.of()))));
    List<TaskSpec> tasks = plan.tasks("judge", results);
    assertThat(tasks).containsExactly(new EvaluateSynthesis(DATASET, made, CHECKPOINT, CHECKPOINT));
  }

  @Test
  void planIsStoredAndReadAsItIs() throws Exception {
    StepsPlan plan = plan(SYNTHESISE, EVALUATE);

    String stored = WireJson.MAPPER.writerFor(RunPlan.class).writeValueAsString(plan);

    RunPlan read = WireJson.MAPPER.readValue(stored, RunPlan.class);
    assertThat(WireJson.MAPPER.writerFor(RunPlan.class).writeValueAsString(read)).isEqualTo(stored);
  }

  @Test
  void wrongPlansSayWhatIsWrong() {
    refused("1 to 100");
    refused("a name of its own", SYNTHESISE, SYNTHESISE);
    refused("'images', which is no step before it", EVALUATE, SYNTHESISE);
    refused("does not depend", SYNTHESISE, evaluate(List.of(), IMAGES));
    refused(
        "hands back no 'pictures'; it has synthesis, contactSheet",
        SYNTHESISE,
        evaluate(List.of("images"), Map.of("$step", "images", "field", "pictures")));
    refused(
        "names an object of the store",
        new Step(
            "x",
            null,
            Map.of(
                "type",
                "GenerateFaces",
                "checkpoint",
                WireJson.MAPPER.convertValue(CHECKPOINT, Map.class),
                "seed",
                1,
                "count",
                1)));
    refused(
        "none of EvaluateSynthesis",
        new Step("x", null, Map.of("type", "DeleteDatasets", "datasets", List.of())));
    refused("cannot be read", new Step("x", null, Map.of("type", "Nonsense")));
    refused(
        "cannot be read",
        new Step(
            "x",
            null,
            Map.of("type", "GenerateFaces", "checkpoint", CHAMPION, "seed", 1, "count", 0)));
  }

  @Test
  void peopleAreToldApartByAClassifierOnly() {
    StepsPlan plan = plan(train("TrainClassifier", Map.of("group", "subject")));

    TrainClassifier task = (TrainClassifier) plan.tasks("people", new StepResults(Map.of())).get(0);
    assertThat(task.group()).isEqualTo("subject");
    assertThat(task.dataset()).isEqualTo(DATASET);
    refused(
        "There is no group of labels 'subject'",
        train(
            "TrainStarGan",
            Map.of("labels", List.of(Map.of("dataset", FACES, "group", "subject")))));
    refused("expression, pose, subject", train("TrainClassifier", Map.of("group", "attributes")));
  }

  private static Step train(String type, Map<String, Object> more) {
    Map<String, Object> task = new HashMap<>(more);
    task.put("type", type);
    task.put("dataset", FACES);
    task.put("training", Map.of("changes", Map.of("epochs", 5)));
    return new Step("people", null, task);
  }

  private static void refused(String why, Step... steps) {
    assertThatThrownBy(() -> plan(steps))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(why);
  }

  private static StepsPlan plan(Step... steps) {
    return new StepsPlanner(new Known()).plan(List.of(steps), null, null);
  }

  private static Step evaluate(@Nullable List<String> dependsOn, Map<String, Object> synthesis) {
    return new Step(
        "judge",
        dependsOn,
        Map.of(
            "type", "EvaluateSynthesis",
            "dataset", FACES,
            "synthesis", synthesis,
            "classifier", Map.of("$checkpoint", "candidate", "network", "resnet18"),
            "generator", CHAMPION));
  }

  private static PrefixRef set(String prefix) {
    return new PrefixRef(
        Bucket.MODELS, prefix, new ObjectRef(Bucket.MODELS, prefix + "manifest.json", 1, "00"));
  }
}
