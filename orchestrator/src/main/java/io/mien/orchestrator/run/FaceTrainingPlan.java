package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.preset.FacePreset;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a folder of photographs to a generator of faces, and its first faces.
 *
 * @param terms on which the photographs may be used; absent in runs of earlier versions
 * @param fold of the dataset that is kept out of the training as its test part; absent for the
 *     first
 * @param rules that the terms have to meet; absent in runs of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaceTrainingPlan(
    DatasetId datasetId,
    String datasetName,
    URI source,
    String layout,
    FacePreset preset,
    @Nullable LayoutOptions options,
    @Nullable UsageTerms terms,
    @Nullable UseRules rules,
    @Nullable Integer fold)
    implements RunPlan {

  /** Tells it from {@link FacesPlan}, whose template it extends by the training. */
  static final String TYPE = "face-training";

  static final String INGEST = "ingest";
  static final String TRAIN = "train-face-gan";

  private static final List<StepTemplate> STEPS =
      List.of(
          StepTemplate.of(INGEST, TaskKind.INGEST),
          StepTemplate.of(TRAIN, TaskKind.TRAIN, INGEST),
          StepTemplate.of(FacesPlan.GENERATE, TaskKind.SYNTH, TRAIN));

  private IngestDataset ingest(SourceDataset dataset) {
    return dataset.ingest(preset, dataset.colour(), rules);
  }

  @Override
  public String template() {
    return FacesPlan.TEMPLATE;
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
          ingest(new SourceDataset(datasetId, datasetName, source, layout, options, terms));
      case TRAIN ->
          new TrainFaceGan(
              results.of(INGEST, DatasetPrepared.class).where(fold),
              preset.method(),
              preset.training());
      case FacesPlan.GENERATE ->
          new GenerateFaces(
              results.of(TRAIN, FaceGanTrained.class).checkpoint(), preset.seed(), preset.faces());
      default ->
          throw new IllegalArgumentException(
              "The training of a face generator has no step '" + step + "'.");
    };
  }
}
