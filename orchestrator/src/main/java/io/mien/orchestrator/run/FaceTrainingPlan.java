package io.mien.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.preset.FacePreset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a folder of photographs to a generator of faces, and its first faces.
 *
 * @param rules that the terms of the dataset have to meet; absent in runs of earlier versions
 * @param fold that is kept out of the training as the test part; absent for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaceTrainingPlan(
    SourceDataset dataset, FacePreset preset, @Nullable UseRules rules, @Nullable Integer fold)
    implements RunPlan {

  /** Tells it from {@link FacesPlan}, whose template it extends by the training. */
  static final String TYPE = "face-training";

  static final String TRAIN = "train-face-gan";

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
    List<StepTemplate> steps = new ArrayList<>(prepared().templates());
    steps.add(StepTemplate.of(TRAIN, TaskKind.TRAIN, prepared().last()));
    steps.add(StepTemplate.of(FacesPlan.GENERATE, TaskKind.SYNTH, TRAIN));
    return steps;
  }

  @Override
  public List<TaskSpec> tasks(String step, StepResults results) {
    return switch (step) {
      case TRAIN ->
          List.of(
              new TrainFaceGan(prepared().prepared(results), preset.method(), preset.training()));
      case FacesPlan.GENERATE ->
          List.of(
              new GenerateFaces(
                  results.of(TRAIN, FaceGanTrained.class).checkpoint(),
                  preset.seed(),
                  preset.faces()));
      default -> prepared().tasks(step, preset, results);
    };
  }

  private DatasetSteps prepared() {
    return new DatasetSteps(0, dataset, new DatasetUse(dataset.colour(), rules, fold));
  }
}
