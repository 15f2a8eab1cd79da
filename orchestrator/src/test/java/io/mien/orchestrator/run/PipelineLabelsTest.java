package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Partition;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.RunLabels;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.LearnedLabels;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.Sampling;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainStarGan;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.preset.Preset;
import io.mien.orchestrator.preset.Presets;
import io.mien.store.json.WireJson;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineLabelsTest {

  private static final Preset SMOKE = (Preset) Presets.load().require("smoke");
  private static final DatasetView KDEF = dataset(1, "kdef");
  private static final DatasetView CELEBA = dataset(2, "celeba");
  private static final RunLabels POSE = new RunLabels(null, "pose", List.of());
  private static final RunLabels HAIR =
      new RunLabels(CELEBA.datasetId(), "attributes", List.of("Black_Hair", "Blond_Hair"));

  @Test
  void withoutLabelsAPipelineLearnsExpressions() {
    PipelinePlan plan = plan();

    assertThat(plan.labels()).containsExactly(PlannedLabels.EXPRESSIONS);
    assertThat(names(plan))
        .containsExactly(
            "list",
            "detect",
            "pack",
            "train-classifier",
            "train-stargan",
            "synthesise",
            "evaluate");
  }

  @Test
  void jointTrainingPreparesBothDatasetsAndJudgesTheFirstGroup() {
    PipelinePlan plan = plan(POSE, HAIR);
    StepResults prepared =
        new StepResults(
            Map.of("pack", List.of(prepared("kdef")), "pack-2", List.of(prepared("celeba"))));

    assertThat(names(plan))
        .containsExactly(
            "list",
            "detect",
            "pack",
            "list-2",
            "detect-2",
            "pack-2",
            "train-classifier",
            "train-stargan",
            "synthesise",
            "evaluate");
    assertThat(plan.steps().get(6).dependsOn()).containsExactly("pack", "pack-2");
    assertThat(listing(plan, "list-2").datasetId()).isEqualTo(CELEBA.datasetId());
    assertThat(((TrainClassifier) only(plan.tasks("train-classifier", prepared))).group())
        .isEqualTo("pose");
    assertThat(((TrainStarGan) only(plan.tasks("train-stargan", prepared))).labels())
        .containsExactly(
            new LearnedLabels(set("kdef"), "pose", List.of()),
            new LearnedLabels(set("celeba"), "attributes", List.of("Black_Hair", "Blond_Hair")));
  }

  @Test
  void optionsOfADatasetReachItsIngestAndItsOfficialPartitionTheSplit() {
    LayoutOptions options = new LayoutOptions(null, null, null, Partition.OFFICIAL);
    DatasetView official = dataset(3, "raf-db", options);
    PipelinePlan plan =
        PipelineLabels.plan(official, SMOKE, List.of(HAIR), id -> CELEBA, UseRules.DEFAULTS);

    IngestDataset own = listing(plan, "list");
    IngestDataset further = listing(plan, "list-2");

    assertThat(own.options()).isEqualTo(options);
    assertThat(own.split()).isEqualTo(SMOKE.split().with(SplitUnit.OFFICIAL));
    assertThat(further.options()).isEqualTo(LayoutOptions.DEFAULTS);
    assertThat(further.split()).isEqualTo(SMOKE.split());
    assertThat(further.rules()).isEqualTo(UseRules.DEFAULTS);
  }

  @Test
  void foldOfARunIsTheOneThatItsDatasetsTestOn() {
    DatasetView folded = dataset(3, "kdef", LayoutOptions.DEFAULTS.withFolds(3));
    PipelinePlan plan =
        PipelineLabels.plan(folded, SMOKE, List.of(), id -> CELEBA, UseRules.DEFAULTS).testing(2);
    DatasetPrepared prepared = (DatasetPrepared) prepared("kdef");
    StepResults results =
        new StepResults(
            Map.of(
                "pack",
                List.of(
                    new DatasetPrepared(
                        prepared.dataset(),
                        prepared.summary(),
                        prepared.rejections(),
                        prepared.contactSheet(),
                        List.of(set("kdef"), set("kdef-fold-2"), set("kdef-fold-3"))))));

    assertThat(listing(plan, "list").split()).isEqualTo(SMOKE.split().withFolds(3));
    assertThat(((TrainClassifier) only(plan.tasks("train-classifier", results))).dataset())
        .isEqualTo(set("kdef-fold-2"));
    assertThat(((TrainStarGan) only(plan.tasks("train-stargan", results))).labels())
        .extracting(LearnedLabels::dataset)
        .containsExactly(set("kdef-fold-2"));
    assertThat(
            ((TrainClassifier) only(plan.testing(null).tasks("train-classifier", results)))
                .dataset())
        .isEqualTo(set("kdef"));
  }

  @Test
  void allCropsOfARunAreGreyWhenThoseOfOneDatasetAre() {
    DatasetView grey =
        dataset(3, "ck", new LayoutOptions(null, null, null, null, null, Colour.GREY, null, null));
    PipelinePlan plan =
        PipelineLabels.plan(
            KDEF,
            SMOKE,
            List.of(POSE, new RunLabels(grey.datasetId(), "expression", List.of())),
            id -> grey,
            UseRules.DEFAULTS);

    for (String step : List.of("list", "list-2")) {
      assertThat(listing(plan, step).recipe()).isEqualTo(SMOKE.recipe().in(Colour.GREY));
    }
    assertThat(listing(plan(), "list").recipe()).isEqualTo(SMOKE.recipe());
  }

  @Test
  void samplingOfARunIsThatOfBothTrainings() {
    PipelinePlan plan =
        PipelineLabels.plan(
            KDEF, SMOKE.sampled(Sampling.BALANCED), List.of(), id -> CELEBA, UseRules.DEFAULTS);
    StepResults prepared = new StepResults(Map.of("pack", List.of(prepared("kdef"))));

    assertThat(
            ((TrainClassifier) only(plan.tasks("train-classifier", prepared)))
                .training()
                .sampling())
        .isEqualTo(Sampling.BALANCED);
    assertThat(((TrainStarGan) only(plan.tasks("train-stargan", prepared))).training().sampling())
        .isEqualTo(Sampling.BALANCED);
    assertThat(SMOKE.sampled(null)).isEqualTo(SMOKE);
  }

  @Test
  void theDetectorThatADatasetWasRegisteredWithReplacesThePresets() {
    FaceSelection faces = new FaceSelection("celeba-center-crop", null, null, null);
    DatasetView registered = dataset(3, "celeba", LayoutOptions.DEFAULTS.with(faces));
    PipelinePlan plan =
        PipelineLabels.plan(registered, SMOKE, List.of(HAIR), id -> CELEBA, UseRules.DEFAULTS);

    IngestDataset own = listing(plan, "list");
    IngestDataset further = listing(plan, "list-2");

    assertThat(own.recipe())
        .isEqualTo(new CropRecipe("celeba-center-crop", SMOKE.recipe().size(), 0, false));
    assertThat(own.options().selection()).isEqualTo(faces);
    assertThat(further.recipe()).isEqualTo(SMOKE.recipe());
  }

  @Test
  void attributesAloneHaveNoJudge() {
    PipelinePlan plan = plan(new RunLabels(null, "attributes", List.of("glasses")));

    assertThat(names(plan))
        .containsExactly("list", "detect", "pack", "train-stargan", "synthesise");
  }

  @Test
  void planIsStoredAndReadAgain() {
    PipelinePlan plan = plan(POSE, HAIR);

    assertThat(Json.read(Json.write(plan), RunPlan.class)).isEqualTo(plan);
  }

  @Test
  void planOfAnEarlierVersionLearnsExpressions() throws Exception {
    ObjectNode stored = (ObjectNode) WireJson.MAPPER.readTree(Json.write(plan()));
    stored.remove(List.of("labels", "further", "rules"));
    ((ObjectNode) stored.get("dataset")).remove("terms");

    PipelinePlan earlier = (PipelinePlan) Json.read(stored.toString(), RunPlan.class);

    assertThat(earlier.labels()).isEqualTo(plan().labels());
    IngestDataset ingest = listing(earlier, "list");
    assertThat(ingest.terms()).isEqualTo(UsageTerms.UNKNOWN);
    assertThat(ingest.rules()).isNull();
  }

  @Test
  void groupThatIsAskedForTwiceOrUnknownIsRefused() {
    assertRefused("pose twice", POSE, new RunLabels(CELEBA.datasetId(), "pose", List.of()));
    assertRefused("'subject'", new RunLabels(null, "subject", List.of()));
    assertRefused("'mood'", new RunLabels(null, "mood", List.of()));
    assertRefused("named one by one", new RunLabels(null, "attributes", List.of()));
    assertRefused("names no image", new RunLabels(null, "attributes", List.of("x=../../y")));
    assertRefused("names no attribute", new RunLabels(null, "attributes", List.of("=black")));
  }

  @Test
  void labelsWithoutAGroupAreRefused() {
    RunLabels nothing = Json.read("{}", RunLabels.class);

    assertRefused("without a group", nothing);
  }

  private static void assertRefused(String why, RunLabels... labels) {
    assertThatThrownBy(() -> plan(labels))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(why)
        .extracting("code")
        .isEqualTo("invalid-labels");
  }

  private static PipelinePlan plan(RunLabels... labels) {
    return PipelineLabels.plan(KDEF, SMOKE, List.of(labels), id -> CELEBA, UseRules.DEFAULTS);
  }

  private static IngestDataset listing(PipelinePlan plan, String step) {
    return ((ListDataset) only(plan.tasks(step, new StepResults(Map.of())))).dataset();
  }

  private static TaskSpec only(List<TaskSpec> tasks) {
    assertThat(tasks).hasSize(1);
    return tasks.get(0);
  }

  private static List<String> names(PipelinePlan plan) {
    return plan.steps().stream().map(StepTemplate::name).toList();
  }

  private static DatasetView dataset(long number, String name) {
    return dataset(number, name, null);
  }

  private static DatasetView dataset(long number, String name, @Nullable LayoutOptions options) {
    return new DatasetView(
        new DatasetId(new UUID(0, number)),
        name,
        URI.create("file:///" + name),
        "auto",
        options,
        Instant.EPOCH,
        null,
        null);
  }

  private static PrefixRef set(String name) {
    return new PrefixRef(Bucket.DATASETS, name + "/", object(name + "/dataset.json"));
  }

  private static ObjectRef object(String key) {
    return new ObjectRef(Bucket.DATASETS, key, 1, "00");
  }

  private static TaskResult prepared(String name) {
    DatasetManifest manifest =
        new DatasetManifest(
            name,
            "",
            List.of(),
            new CropRecipe("cascade-v1", 32, 0.2, true),
            new SplitPolicy(0.1, 0.2, 1),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            0);
    return new DatasetPrepared(
        set(name), manifest, object(name + "/rejections.jsonl"), object(name + "/sheet.png"));
  }
}
