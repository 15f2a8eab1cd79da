package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainStarGan;
import io.mien.orchestrator.preset.Preset;
import java.net.URI;
import java.util.List;

/** The whole way: from a folder of photographs to an evaluated generator. */
public record PipelinePlan(
    DatasetId datasetId, String datasetName, URI source, String layout, Preset preset)
    implements RunPlan {

  public static final String TEMPLATE = "pipeline";

  static final String INGEST = "ingest";
  static final String TRAIN_CLASSIFIER = "train-classifier";
  static final String TRAIN_STARGAN = "train-stargan";
  static final String SYNTHESISE = "synthesise";
  static final String EVALUATE = "evaluate";

  private static final List<StepTemplate> STEPS =
      List.of(
          StepTemplate.of(INGEST, TaskKind.INGEST),
          StepTemplate.of(TRAIN_CLASSIFIER, TaskKind.TRAIN, INGEST),
          StepTemplate.of(TRAIN_STARGAN, TaskKind.TRAIN, TRAIN_CLASSIFIER),
          StepTemplate.of(SYNTHESISE, TaskKind.SYNTH, TRAIN_STARGAN),
          StepTemplate.of(EVALUATE, TaskKind.EVAL, SYNTHESISE));

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
    return STEPS;
  }

  @Override
  public TaskSpec spec(String step, StepResults results) {
    return switch (step) {
      case INGEST ->
          new IngestDataset(
              datasetId, datasetName, source, layout, preset.recipe(), preset.split());
      case TRAIN_CLASSIFIER -> new TrainClassifier(dataset(results), preset.classifier());
      case TRAIN_STARGAN -> new TrainStarGan(dataset(results), preset.stargan());
      case SYNTHESISE ->
          new SynthesiseDataset(
              dataset(results), Split.TEST, generator(results), List.of(), preset.synthesisLimit());
      case EVALUATE ->
          new EvaluateSynthesis(
              dataset(results),
              results.of(SYNTHESISE, ImagesSynthesised.class).synthesis(),
              results.of(TRAIN_CLASSIFIER, ClassifierTrained.class).checkpoint(),
              generator(results));
      default -> throw new IllegalArgumentException("A pipeline has no step '" + step + "'.");
    };
  }

  private static PrefixRef dataset(StepResults results) {
    return results.of(INGEST, DatasetPrepared.class).dataset();
  }

  private static PrefixRef generator(StepResults results) {
    return results.of(TRAIN_STARGAN, StarGanTrained.class).checkpoint();
  }
}
