package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.task.TaskSpec;
import io.mien.orchestrator.preset.RunPreset;
import java.util.List;

/**
 * The steps that prepare one dataset of a run: list, detect in parts, pack.
 *
 * @param number of the dataset in its run, from 0
 */
record DatasetSteps(int number, SourceDataset dataset, DatasetUse use) {

  private static final String LIST = "list";
  private static final String DETECT = "detect";
  private static final String PACK = "pack";

  List<StepTemplate> templates() {
    return List.of(
        StepTemplate.of(name(LIST), TaskKind.INGEST),
        StepTemplate.of(name(DETECT), TaskKind.INGEST, name(LIST)),
        StepTemplate.of(name(PACK), TaskKind.INGEST, name(DETECT)));
  }

  /** The name of the step after which the dataset is there. */
  String last() {
    return name(PACK);
  }

  boolean has(String step) {
    return templates().stream().anyMatch(template -> template.name().equals(step));
  }

  /** What one of these steps is to do. */
  List<TaskSpec> tasks(String step, RunPreset preset, StepResults results) {
    IngestDataset asked = dataset.ingest(preset, use.colour(), use.rules());
    if (step.equals(name(LIST))) {
      return List.of(new ListDataset(asked, dataset.previous()));
    }
    DatasetListed listed = results.of(name(LIST), DatasetListed.class);
    if (step.equals(name(DETECT))) {
      return listed.parts().stream()
          .<TaskSpec>map(
              part -> new DetectFaces(asked, part.pictures(), part.count(), part.previous()))
          .toList();
    }
    List<PrefixRef> faces =
        results.all(name(DETECT), FacesDetected.class).stream().map(FacesDetected::faces).toList();
    return List.of(new PackDataset(asked, listed.listing(), faces, dataset.previous()));
  }

  /** The prepared dataset, where the run's fold tests. */
  PrefixRef prepared(StepResults results) {
    return results.of(name(PACK), DatasetPrepared.class).where(use.fold());
  }

  /** {@code list}, of further datasets {@code list-2} and so on. */
  private String name(String step) {
    return number == 0 ? step : step + "-" + (number + 1);
  }
}
