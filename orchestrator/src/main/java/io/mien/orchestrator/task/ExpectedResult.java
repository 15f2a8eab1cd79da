package io.mien.orchestrator.task;

import io.mien.contracts.result.CheckpointExported;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.DatasetsDeleted;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.result.SubjectErased;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.EraseSubject;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.ListItems;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainStarGan;
import java.util.Map;

/** What each kind of work must hand back. */
public final class ExpectedResult {

  private static final Map<Class<? extends TaskSpec>, Class<? extends TaskResult>> BY_SPEC =
      Map.ofEntries(
          Map.entry(InspectDataset.class, DatasetInspected.class),
          Map.entry(ListDataset.class, DatasetListed.class),
          Map.entry(DetectFaces.class, FacesDetected.class),
          Map.entry(PackDataset.class, DatasetPrepared.class),
          Map.entry(EraseSubject.class, SubjectErased.class),
          Map.entry(DeleteDatasets.class, DatasetsDeleted.class),
          Map.entry(PreparePhoto.class, PhotoPrepared.class),
          Map.entry(TrainClassifier.class, ClassifierTrained.class),
          Map.entry(TrainStarGan.class, StarGanTrained.class),
          Map.entry(TrainFaceGan.class, FaceGanTrained.class),
          Map.entry(SynthesiseDataset.class, ImagesSynthesised.class),
          Map.entry(SynthesisePhoto.class, ImagesSynthesised.class),
          Map.entry(GenerateFaces.class, FacesGenerated.class),
          Map.entry(ListItems.class, ItemsListed.class),
          Map.entry(PrepareItems.class, ItemsPrepared.class),
          Map.entry(SynthesiseItems.class, ItemsSynthesised.class),
          Map.entry(EvaluateSynthesis.class, SynthesisEvaluated.class),
          Map.entry(ImportCheckpoint.class, CheckpointImported.class),
          Map.entry(ExportCheckpoint.class, CheckpointExported.class));

  private ExpectedResult() {}

  public static Class<? extends TaskResult> of(TaskSpec spec) {
    Class<? extends TaskResult> expected = BY_SPEC.get(spec.getClass());
    if (expected == null) {
      throw new IllegalStateException("No result is declared for " + spec.getClass().getName());
    }
    return expected;
  }
}
