package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.LearnedLabels;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainStarGan;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.PretrainedClassifier;
import io.mien.orchestrator.preset.Preset;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole way: from folders of photographs to an evaluated generator. What is synthesised and
 * judged is the first group of labels; attributes have no judge, so that a pipeline whose first
 * group they are ends with the synthesis.
 *
 * @param labels what StarGAN learns, several groups jointly; expressions in runs of earlier
 *     versions
 * @param further datasets beside the run's own
 * @param pretrained weights that the classifier starts from; absent for random ones
 * @param options what the layout of the run's own dataset leaves to choose
 * @param terms on which the pictures of the run's own dataset may be used; absent in runs of
 *     earlier versions
 * @param fold of the datasets that tests; absent for the first, and without folds
 * @param rules that the terms of all datasets have to meet; absent in runs of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PipelinePlan(
    DatasetId datasetId,
    String datasetName,
    URI source,
    String layout,
    Preset preset,
    List<PlannedLabels> labels,
    List<SourceDataset> further,
    @Nullable ObjectRef pretrained,
    @Nullable LayoutOptions options,
    @Nullable UsageTerms terms,
    @Nullable UseRules rules,
    @Nullable Integer fold)
    implements RunPlan {

  public static final String TEMPLATE = "pipeline";

  static final String INGEST = "ingest";
  static final String TRAIN_CLASSIFIER = "train-classifier";
  static final String TRAIN_STARGAN = "train-stargan";
  static final String SYNTHESISE = "synthesise";
  static final String EVALUATE = "evaluate";

  public PipelinePlan(
      DatasetId datasetId,
      String datasetName,
      URI source,
      String layout,
      Preset preset,
      @Nullable List<PlannedLabels> labels,
      @Nullable List<SourceDataset> further,
      @Nullable ObjectRef pretrained,
      @Nullable LayoutOptions options,
      @Nullable UsageTerms terms,
      @Nullable UseRules rules,
      @Nullable Integer fold) {
    this.datasetId = datasetId;
    this.datasetName = datasetName;
    this.source = source;
    this.layout = layout;
    this.preset = preset;
    this.labels =
        labels == null || labels.isEmpty()
            ? List.of(PlannedLabels.EXPRESSIONS)
            : List.copyOf(labels);
    this.further = further == null ? List.of() : List.copyOf(further);
    this.pretrained = pretrained;
    this.options = options;
    this.terms = terms;
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
    return new PipelinePlan(
        datasetId,
        datasetName,
        source,
        layout,
        adapted,
        labels,
        further,
        classifier.weights(),
        options,
        terms,
        rules,
        fold);
  }

  /** The same where another fold tests; null for the first. */
  public PipelinePlan testing(@Nullable Integer tested) {
    return new PipelinePlan(
        datasetId,
        datasetName,
        source,
        layout,
        preset,
        labels,
        further,
        pretrained,
        options,
        terms,
        rules,
        tested);
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
    List<String> ingests = IntStream.rangeClosed(0, further.size()).mapToObj(this::ingest).toList();
    ingests.forEach(name -> steps.add(StepTemplate.of(name, TaskKind.INGEST)));
    List<String> before = ingests;
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
  public TaskSpec spec(String step, StepResults results) {
    return switch (step) {
      case TRAIN_CLASSIFIER ->
          new TrainClassifier(
              judgedDataset(results), preset.classifier(), pretrained, judged().group());
      case TRAIN_STARGAN ->
          new TrainStarGan(
              dataset(0, results),
              preset.stargan(),
              labels.stream().map(each -> learned(each, results)).toList());
      case SYNTHESISE ->
          new SynthesiseDataset(
              judgedDataset(results),
              Split.TEST,
              generator(results),
              judged().group(),
              List.of(),
              preset.synthesisLimit());
      case EVALUATE ->
          new EvaluateSynthesis(
              judgedDataset(results),
              results.of(SYNTHESISE, ImagesSynthesised.class).synthesis(),
              results.of(TRAIN_CLASSIFIER, ClassifierTrained.class).checkpoint(),
              generator(results));
      default -> ingestOf(step).ingest(preset, colour(), rules);
    };
  }

  @JsonIgnore
  private PlannedLabels judged() {
    return labels.get(0);
  }

  /** {@code ingest}, {@code ingest-2} and so on. */
  private String ingest(int dataset) {
    return dataset == 0 ? INGEST : INGEST + "-" + (dataset + 1);
  }

  /**
   * What all of its crops have, as one network sees them: grey when that was asked for of any
   * dataset.
   */
  private @Nullable Colour colour() {
    boolean grey =
        IntStream.rangeClosed(0, further.size())
            .anyMatch(dataset -> dataset(dataset).colour() == Colour.GREY);
    return grey ? Colour.GREY : null;
  }

  private SourceDataset ingestOf(String step) {
    return IntStream.rangeClosed(0, further.size())
        .filter(dataset -> ingest(dataset).equals(step))
        .mapToObj(this::dataset)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The pipeline has no step '" + step + "'."));
  }

  private SourceDataset dataset(int number) {
    return number == 0
        ? new SourceDataset(datasetId, datasetName, source, layout, options, terms)
        : further.get(number - 1);
  }

  private LearnedLabels learned(PlannedLabels planned, StepResults results) {
    return new LearnedLabels(dataset(planned.source(), results), planned.group(), planned.names());
  }

  private PrefixRef judgedDataset(StepResults results) {
    return dataset(judged().source(), results);
  }

  private PrefixRef dataset(int dataset, StepResults results) {
    return results.of(ingest(dataset), DatasetPrepared.class).where(fold);
  }

  private static PrefixRef generator(StepResults results) {
    return results.of(TRAIN_STARGAN, StarGanTrained.class).checkpoint();
  }
}
