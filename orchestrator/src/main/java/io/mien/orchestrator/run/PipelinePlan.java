package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.LearnedLabels;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainStarGan;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.PretrainedClassifier;
import io.mien.orchestrator.preset.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole way: from folders of photographs to an evaluated generator. What is synthesised and
 * judged is the first group of labels; attributes have no judge, so that a pipeline whose first
 * group they are ends with the synthesis.
 *
 * @param dataset the run's own
 * @param labels what StarGAN learns, several groups jointly; expressions in runs of earlier
 *     versions
 * @param further datasets beside the run's own
 * @param pretrained weights that the classifier starts from; absent for random ones
 * @param rules that the terms of all datasets have to meet; absent in runs of earlier versions
 * @param fold of the datasets that tests; absent for the first, and without folds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PipelinePlan(
    SourceDataset dataset,
    Preset preset,
    List<PlannedLabels> labels,
    List<SourceDataset> further,
    @Nullable ObjectRef pretrained,
    @Nullable UseRules rules,
    @Nullable Integer fold)
    implements RunPlan {

  public static final String TEMPLATE = "pipeline";

  static final String TRAIN_CLASSIFIER = "train-classifier";
  static final String TRAIN_STARGAN = "train-stargan";
  static final String SYNTHESISE = "synthesise";
  static final String EVALUATE = "evaluate";

  public PipelinePlan(
      SourceDataset dataset,
      Preset preset,
      @Nullable List<PlannedLabels> labels,
      @Nullable List<SourceDataset> further,
      @Nullable ObjectRef pretrained,
      @Nullable UseRules rules,
      @Nullable Integer fold) {
    this.dataset = dataset;
    this.preset = preset;
    this.labels =
        labels == null || labels.isEmpty()
            ? List.of(PlannedLabels.EXPRESSIONS)
            : List.copyOf(labels);
    this.further = further == null ? List.of() : List.copyOf(further);
    this.pretrained = pretrained;
    this.rules = rules;
    this.fold = fold;
  }

  /**
   * The same, with a classifier that starts from another one's weights.
   *
   * @throws InvalidInput {@code bad-field} when no classifier is trained
   */
  public PipelinePlan startingFrom(PretrainedClassifier classifier) {
    if (!judged().judged()) {
      throw new InvalidInput(
          "bad-field",
          "The field 'classifierFrom' names a classifier, but nothing judges attributes; leave it"
              + " out.");
    }
    Preset adapted = preset.withClassifier(classifier.into(preset.classifier()));
    return new PipelinePlan(dataset, adapted, labels, further, classifier.weights(), rules, fold);
  }

  /** The same where another fold tests; null for the first. */
  public PipelinePlan testing(@Nullable Integer tested) {
    return new PipelinePlan(dataset, preset, labels, further, pretrained, rules, tested);
  }

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public List<StepTemplate> steps() {
    List<StepTemplate> steps = new ArrayList<>();
    datasets().forEach(each -> steps.addAll(each.templates()));
    List<String> before = datasets().stream().map(DatasetSteps::last).toList();
    if (judged().judged()) {
      steps.add(new StepTemplate(TRAIN_CLASSIFIER, TaskKind.TRAIN, before));
      before = List.of(TRAIN_CLASSIFIER);
    }
    steps.add(new StepTemplate(TRAIN_STARGAN, TaskKind.TRAIN, before));
    steps.add(StepTemplate.of(SYNTHESISE, TaskKind.SYNTH, TRAIN_STARGAN));
    if (judged().judged()) {
      steps.add(StepTemplate.of(EVALUATE, TaskKind.EVAL, SYNTHESISE));
    }
    return steps;
  }

  @Override
  public List<TaskSpec> tasks(String step, StepResults results) {
    return switch (step) {
      case TRAIN_CLASSIFIER -> List.of(trainClassifier(results));
      case TRAIN_STARGAN -> List.of(trainStarGan(results));
      case SYNTHESISE -> List.of(synthesise(results));
      case EVALUATE -> List.of(evaluate(results));
      default -> stepsWith(step).tasks(step, preset, results);
    };
  }

  private TaskSpec trainClassifier(StepResults results) {
    return new TrainClassifier(
        judgedDataset(results), preset.classifier(), pretrained, judged().group());
  }

  private TaskSpec trainStarGan(StepResults results) {
    return new TrainStarGan(
        prepared(0, results),
        preset.stargan(),
        labels.stream().map(each -> learned(each, results)).toList());
  }

  private TaskSpec synthesise(StepResults results) {
    return new SynthesiseDataset(
        judgedDataset(results),
        Split.TEST,
        generator(results),
        judged().group(),
        List.of(),
        preset.synthesisLimit());
  }

  private TaskSpec evaluate(StepResults results) {
    return new EvaluateSynthesis(
        judgedDataset(results),
        results.of(SYNTHESISE, ImagesSynthesised.class).synthesis(),
        results.of(TRAIN_CLASSIFIER, ClassifierTrained.class).checkpoint(),
        generator(results));
  }

  @JsonIgnore
  private PlannedLabels judged() {
    return labels.get(0);
  }

  private List<DatasetSteps> datasets() {
    DatasetUse use = new DatasetUse(colour(), rules, fold);
    List<DatasetSteps> datasets = new ArrayList<>(List.of(new DatasetSteps(0, dataset, use)));
    further.forEach(each -> datasets.add(new DatasetSteps(datasets.size(), each, use)));
    return datasets;
  }

  /** Grey when that was asked for of any dataset: one network sees them all. */
  private @Nullable Colour colour() {
    boolean grey =
        Stream.concat(Stream.of(dataset), further.stream())
            .anyMatch(each -> each.colour() == Colour.GREY);
    return grey ? Colour.GREY : null;
  }

  private DatasetSteps stepsWith(String step) {
    return datasets().stream()
        .filter(each -> each.has(step))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The pipeline has no step '" + step + "'."));
  }

  private LearnedLabels learned(PlannedLabels planned, StepResults results) {
    return new LearnedLabels(prepared(planned.source(), results), planned.group(), planned.names());
  }

  private PrefixRef judgedDataset(StepResults results) {
    return prepared(judged().source(), results);
  }

  private PrefixRef prepared(int number, StepResults results) {
    return datasets().get(number).prepared(results);
  }

  private static PrefixRef generator(StepResults results) {
    return results.of(TRAIN_STARGAN, StarGanTrained.class).checkpoint();
  }
}
