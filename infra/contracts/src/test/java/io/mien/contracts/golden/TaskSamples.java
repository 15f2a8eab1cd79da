package io.mien.contracts.golden;

import io.mien.contracts.dataset.Colour;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.NearDuplicatePolicy;
import io.mien.contracts.dataset.Partition;
import io.mien.contracts.dataset.QualityLimits;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.EraseSubject;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.FaceGanMethod;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedLabels;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.InputPixels;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.task.KeepBest;
import io.mien.contracts.task.LearnedLabels;
import io.mien.contracts.task.ListDataset;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.Sampling;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainStarGan;
import io.mien.contracts.task.TrainingRequest;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** One task of every type. */
final class TaskSamples {

  static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.2, true);
  static final SplitPolicy SPLIT = new SplitPolicy(0.1, 0.2, 7, SplitUnit.IMAGE);
  private static final FaceSelection FACES =
      new FaceSelection(
          "yunet-v1",
          FaceChoice.ALL,
          new QualityLimits(40.0, 50.0, 30.0, 220.0, 0.25, 20.0),
          NearDuplicatePolicy.REJECT);

  static final UsageTerms TERMS =
      new UsageTerms(
          "CC-BY-NC-4.0",
          CommercialUse.FORBIDDEN,
          Minors.NONE,
          "protocol 12/2026",
          List.of(UsageTerms.COMMERCIAL_USE));

  private TaskSamples() {}

  static List<TaskSpec> all() {
    return List.of(
        new ListDataset(ingest(), Samples.dataset()),
        new DetectFaces(
            ingest(),
            Samples.object(Bucket.DATASETS, "tasks/i/1/parts/00001.jsonl"),
            1800,
            List.of(faces())),
        new PackDataset(ingest(), listing(), List.of(faces()), Samples.dataset()),
        new EraseSubject("S005", Samples.dataset(), List.of(listing())),
        new DeleteDatasets(List.of(Samples.dataset())),
        new InspectDataset(ingest(), InspectionDepth.LABELS),
        new PreparePhoto(
            Samples.object(Bucket.DATASETS, "uploads/c/photo"),
            RECIPE,
            FaceChoice.LARGEST,
            ImageOutput.PASTED),
        new TrainClassifier(
            Samples.dataset(),
            new TrainingRequest(Map.of("epochs", 20), 0, 0, 0, null, Sampling.BALANCED),
            Samples.object(Bucket.MODELS, "imports/resnet18/classifier.safetensors"),
            LabelGroups.POSE),
        trainStarGan(),
        new TrainFaceGan(
            Samples.dataset(),
            FaceGanMethod.WGAN_GP,
            new TrainingRequest(
                Map.of("iterations", 4000),
                500,
                1000,
                2,
                new KeepBest("critic/total", KeepBest.Goal.HIGHEST, 200, 5))),
        new SynthesiseDataset(
            Samples.dataset(),
            Split.TEST,
            Samples.checkpoint(),
            LabelGroups.EXPRESSION,
            List.of("happy", "sad"),
            100),
        new SynthesisePhoto(
            Samples.object(Bucket.DATASETS, "tasks/c/1/crop.png"),
            Samples.checkpoint(),
            List.of(),
            LabelGroups.ATTRIBUTES,
            List.of("glasses"),
            ResultSamples.uprightPhoto(),
            new ImageForm(256, ImageFormat.JPEG, 0.5),
            new QualityGate(Samples.checkpoint(), null, 0.6, null, List.of()),
            Samples.SHA),
        new GenerateFaces(Samples.checkpoint(), 7, 64),
        new EvaluateSynthesis(
            Samples.dataset(),
            Samples.set(Bucket.SYNTHESES, "tasks/d/1/synthesis/", "synthesis.json"),
            Samples.set(Bucket.MODELS, "tasks/e/1/checkpoint/", "checkpoint.json"),
            Samples.checkpoint()),
        new ImportCheckpoint(
            Samples.object(Bucket.MODELS, "uploads/g/checkpoint"),
            "200000-G.ckpt",
            ImportedNetwork.GENERATOR,
            List.of("Black_Hair", "Male"),
            RECIPE,
            "G",
            "CC-BY-NC-4.0",
            InputPixels.SYMMETRIC,
            List.of(
                new ImportedLabels(LabelGroups.ATTRIBUTES, List.of("Black_Hair", "Male")),
                new ImportedLabels(LabelGroups.EXPRESSION, List.of("angry", "happy"))),
            TERMS),
        new ExportCheckpoint(Samples.checkpoint(), CheckpointFormat.ONNX));
  }

  /** Asked for with every choice there is. */
  private static IngestDataset ingest() {
    return new IngestDataset(
        DatasetId.fromString("01985fd2-5a00-7001-8002-000000000003"),
        "drawn faces",
        URI.create("file:///data/drawn"),
        "image-folder",
        RECIPE,
        SPLIT,
        new LayoutOptions(
            3,
            Inclusion.EXCLUDE,
            Inclusion.INCLUDE,
            Partition.OFFICIAL,
            5,
            Colour.GREY,
            200,
            FACES),
        List.of("S010"),
        TERMS,
        UseRules.DEFAULTS);
  }

  static PrefixRef listing() {
    return Samples.set(Bucket.DATASETS, "tasks/i/1/", "listing.json");
  }

  static PrefixRef faces() {
    return Samples.set(Bucket.DATASETS, "tasks/j/1/", "faces.json");
  }

  static TrainStarGan trainStarGan() {
    return new TrainStarGan(
        Samples.dataset(),
        new TrainingRequest(
            Map.of("networks", Map.of("imageSize", 64, "convDim", 32), "seed", 7), 500, 1000, 3),
        List.of(
            new LearnedLabels(Samples.dataset(), LabelGroups.POSE, List.of()),
            new LearnedLabels(
                Samples.dataset(),
                LabelGroups.ATTRIBUTES,
                List.of("glasses", "hair_colour=black"))));
  }
}
