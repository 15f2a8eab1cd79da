package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mien.contracts.TaskKind;
import java.util.OptionalLong;

/** What a task is to do. Everything that a worker needs is in here or in the objects it names. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = InspectDataset.class, name = "InspectDataset"),
  @JsonSubTypes.Type(value = ListDataset.class, name = "ListDataset"),
  @JsonSubTypes.Type(value = DetectFaces.class, name = "DetectFaces"),
  @JsonSubTypes.Type(value = PackDataset.class, name = "PackDataset"),
  @JsonSubTypes.Type(value = EraseSubject.class, name = "EraseSubject"),
  @JsonSubTypes.Type(value = DeleteDatasets.class, name = "DeleteDatasets"),
  @JsonSubTypes.Type(value = PreparePhoto.class, name = "PreparePhoto"),
  @JsonSubTypes.Type(value = TrainClassifier.class, name = "TrainClassifier"),
  @JsonSubTypes.Type(value = TrainStarGan.class, name = "TrainStarGan"),
  @JsonSubTypes.Type(value = TrainFaceGan.class, name = "TrainFaceGan"),
  @JsonSubTypes.Type(value = SynthesiseDataset.class, name = "SynthesiseDataset"),
  @JsonSubTypes.Type(value = SynthesisePhoto.class, name = "SynthesisePhoto"),
  @JsonSubTypes.Type(value = GenerateFaces.class, name = "GenerateFaces"),
  @JsonSubTypes.Type(value = ListItems.class, name = "ListItems"),
  @JsonSubTypes.Type(value = PrepareItems.class, name = "PrepareItems"),
  @JsonSubTypes.Type(value = SynthesiseItems.class, name = "SynthesiseItems"),
  @JsonSubTypes.Type(value = EvaluateSynthesis.class, name = "EvaluateSynthesis"),
  @JsonSubTypes.Type(value = ImportCheckpoint.class, name = "ImportCheckpoint"),
  @JsonSubTypes.Type(value = ExportCheckpoint.class, name = "ExportCheckpoint")
})
public sealed interface TaskSpec
    permits ListDataset,
        InspectDataset,
        DetectFaces,
        PackDataset,
        EraseSubject,
        DeleteDatasets,
        PreparePhoto,
        TrainClassifier,
        TrainStarGan,
        TrainFaceGan,
        SynthesiseDataset,
        SynthesisePhoto,
        GenerateFaces,
        ListItems,
        PrepareItems,
        SynthesiseItems,
        EvaluateSynthesis,
        ImportCheckpoint,
        ExportCheckpoint {

  /** The kind of worker that can do this. */
  @JsonIgnore
  TaskKind kind();

  /** How much there is to do, in the units of its progress, where that is known beforehand. */
  @JsonIgnore
  default OptionalLong units() {
    return OptionalLong.empty();
  }

  /**
   * Whether the task's step goes on without it: a step of such tasks fails only when all of them
   * do.
   */
  @JsonIgnore
  default boolean isIndependent() {
    return false;
  }
}
