package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a succeeded task hands back: small figures and references, never bytes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DatasetListed.class, name = "DatasetListed"),
  @JsonSubTypes.Type(value = FacesDetected.class, name = "FacesDetected"),
  @JsonSubTypes.Type(value = DatasetPrepared.class, name = "DatasetPrepared"),
  @JsonSubTypes.Type(value = DatasetInspected.class, name = "DatasetInspected"),
  @JsonSubTypes.Type(value = SubjectErased.class, name = "SubjectErased"),
  @JsonSubTypes.Type(value = DatasetsDeleted.class, name = "DatasetsDeleted"),
  @JsonSubTypes.Type(value = PhotoPrepared.class, name = "PhotoPrepared"),
  @JsonSubTypes.Type(value = ClassifierTrained.class, name = "ClassifierTrained"),
  @JsonSubTypes.Type(value = StarGanTrained.class, name = "StarGanTrained"),
  @JsonSubTypes.Type(value = FaceGanTrained.class, name = "FaceGanTrained"),
  @JsonSubTypes.Type(value = ImagesSynthesised.class, name = "ImagesSynthesised"),
  @JsonSubTypes.Type(value = FacesGenerated.class, name = "FacesGenerated"),
  @JsonSubTypes.Type(value = ItemsListed.class, name = "ItemsListed"),
  @JsonSubTypes.Type(value = ItemsPrepared.class, name = "ItemsPrepared"),
  @JsonSubTypes.Type(value = ItemsSynthesised.class, name = "ItemsSynthesised"),
  @JsonSubTypes.Type(value = SynthesisEvaluated.class, name = "SynthesisEvaluated"),
  @JsonSubTypes.Type(value = CheckpointImported.class, name = "CheckpointImported"),
  @JsonSubTypes.Type(value = CheckpointExported.class, name = "CheckpointExported")
})
public sealed interface TaskResult
    permits DatasetListed,
        DatasetInspected,
        FacesDetected,
        DatasetPrepared,
        SubjectErased,
        DatasetsDeleted,
        PhotoPrepared,
        ClassifierTrained,
        StarGanTrained,
        FaceGanTrained,
        ImagesSynthesised,
        FacesGenerated,
        ItemsListed,
        ItemsPrepared,
        ItemsSynthesised,
        SynthesisEvaluated,
        CheckpointImported,
        CheckpointExported {}
