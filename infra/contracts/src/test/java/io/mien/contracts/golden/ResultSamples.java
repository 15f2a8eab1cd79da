package io.mien.contracts.golden;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.LabelBalance;
import io.mien.contracts.dataset.NearDuplicates;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.picture.CropPlacement;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.RejectedImage;
import io.mien.contracts.result.BestCheckpoint;
import io.mien.contracts.result.CheckpointExported;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.ClassifierMeasures;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.DatasetsDeleted;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.result.Rate;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.result.SubjectErased;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.result.Verification;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.contracts.task.InspectionDepth;
import java.util.List;
import java.util.Map;

/** One result of every type. */
final class ResultSamples {

  private static final List<String> LABELS = List.of("neutral", "happy");

  private static final SplitLeak LEAK =
      new SplitLeak(new Rate(0.75, 3, 4, 0.25, 1), new Rate(0.5, 1, 2, 0.125, 0.875));

  private ResultSamples() {}

  static List<TaskResult> all() {
    return List.of(
        new DatasetListed(
            TaskSamples.listing(),
            "image-folder",
            "folders named after expressions",
            4,
            Map.of(Rejection.Code.UNREADABLE, 1),
            List.of(
                new DatasetListed.Part(
                    Samples.object(Bucket.DATASETS, "tasks/i/1/parts/00000.jsonl"),
                    3,
                    List.of(TaskSamples.faces())))),
        new FacesDetected(TaskSamples.faces(), 2, 1, Map.of(Rejection.Code.NO_FACE, 1)),
        prepared(),
        new SubjectErased(prepared(), 4),
        new DatasetsDeleted(9),
        new DatasetInspected(
            "image-folder",
            "1 folder is named after an expression",
            InspectionDepth.FACES,
            3,
            2,
            Map.of(Rejection.Code.NO_FACE, 1),
            Map.of("happy", 2),
            2,
            Map.of(Split.TRAIN, 2),
            List.of("glasses"),
            TaskSamples.TERMS,
            new DatasetInspected.Refusal("dataset-one-class", "only pictures of 'happy'"),
            Samples.object(Bucket.DATASETS, "tasks/a/1/rejections.jsonl"),
            Samples.object(Bucket.DATASETS, "tasks/a/1/contact-sheet.png")),
        photoPrepared(),
        new ClassifierTrained(
            Samples.checkpoint(), summary("resnet18", 1200), 0.9375, classifierMeasures()),
        new StarGanTrained(Samples.checkpoint(), summary("stargan", 20000)),
        new FaceGanTrained(
            Samples.checkpoint(),
            new CheckpointSummary("face-gan", 64, List.of(), TaskSamples.RECIPE, Samples.SHA, 4000),
            new BestCheckpoint(
                Samples.set(Bucket.MODELS, "tasks/f/1/best/3200/", "checkpoint.json"),
                3200,
                "critic/total",
                -0.25)),
        new FacesGenerated(
            Samples.set(Bucket.SYNTHESES, "tasks/g/1/", "faces.json"),
            7,
            64,
            Samples.object(Bucket.SYNTHESES, "tasks/g/1/contact-sheet.png")),
        new ImagesSynthesised(
            Samples.set(Bucket.SYNTHESES, "tasks/d/1/synthesis/", "synthesis.json"),
            List.of(
                new SynthesisedImage(
                    "crop-1",
                    "subject-1",
                    "neutral",
                    "happy",
                    Samples.object(Bucket.SYNTHESES, "tasks/d/1/synthesis/crop-1/happy.png"),
                    64,
                    64,
                    "0".repeat(64),
                    0.8,
                    new ImageQuality(0.9, "happy", 0.7),
                    Samples.TASK)),
            1,
            Samples.object(Bucket.SYNTHESES, "tasks/d/1/contact-sheet.png"),
            List.of("input", "happy", "sad"),
            List.of(new RejectedImage("sad", List.of(new ImageQuality(0.1, "neutral", null))))),
        new SynthesisEvaluated(
            Samples.set(Bucket.REPORTS, "tasks/f/1/report/", "report.json"),
            Samples.object(Bucket.REPORTS, "tasks/f/1/report/index.html"),
            measures()),
        new CheckpointImported(Samples.checkpoint(), imported()),
        new CheckpointExported(
            CheckpointFormat.ONNX,
            Samples.object(Bucket.MODELS, "tasks/h/1/export/generator.onnx")));
  }

  private static DatasetPrepared prepared() {
    return new DatasetPrepared(
        Samples.dataset(),
        manifest(),
        Samples.object(Bucket.DATASETS, "tasks/a/1/dataset/rejections.jsonl"),
        Samples.object(Bucket.DATASETS, "tasks/a/1/contact-sheet.png"),
        List.of(Samples.dataset()));
  }

  static PhotoPrepared photoPrepared() {
    return new PhotoPrepared(
        Samples.object(Bucket.DATASETS, "tasks/c/1/crop.png"),
        new FaceBox(10, 20.5, 64, 64, -3.5),
        uprightPhoto());
  }

  static UprightPhoto uprightPhoto() {
    return new UprightPhoto(
        Samples.object(Bucket.SYNTHESES, "tasks/c/1/photo.png"),
        new CropPlacement(1.5, -0.25, 10, 0.25, 1.5, 20.5));
  }

  private static DatasetManifest manifest() {
    return new DatasetManifest(
        "drawn faces",
        Samples.SHA,
        LABELS,
        TaskSamples.RECIPE,
        TaskSamples.SPLIT,
        List.of(
            new DatasetManifest.Shard(
                "shards/train-00000.tar", Split.TRAIN, 2, 20480, Samples.SHA, 3)),
        Map.of(Split.TRAIN, Map.of("neutral", 1, "happy", 1)),
        Map.of(Split.TRAIN, 2),
        Map.of(Rejection.Code.NO_FACE, 1),
        3,
        LEAK,
        List.of(TaskSamples.faces()),
        new NearDuplicates(
            4, 5, 2, 1, List.of(new NearDuplicates.Pair("happy/a.png", "neutral/b.png", 3))),
        2,
        TaskSamples.TERMS,
        new LabelBalance(
            List.of(new LabelBalance.Association("session", 0.125, 2, 2)),
            Map.of("happy", new LabelBalance.Appearance(1, 99.5, 0.25))));
  }

  private static ClassifierMeasures classifierMeasures() {
    Rate three = new Rate(0.75, 3, 4, 0.25, 1);
    List<ClassifierMeasures.SeedAccuracy> seeds =
        List.of(
            new ClassifierMeasures.SeedAccuracy(7, 12, three),
            new ClassifierMeasures.SeedAccuracy(8, 20, new Rate(0.5, 2, 4, 0.125, 0.875)));
    return new ClassifierMeasures(
        LABELS,
        three,
        List.of(List.of(2, 0), List.of(1, 1)),
        Map.of("neutral", new Rate(1, 2, 2, 0.25, 1), "happy", new Rate(0.5, 1, 2, 0.125, 0.875)),
        new ClassifierMeasures.Calibration(1.5, 0.125, 0.0625, 15, 4),
        seeds,
        new ClassifierMeasures.SeedSpread(0.625, 0.1875, 0.5, 0.75),
        LEAK,
        verification());
  }

  private static Verification verification() {
    return new Verification(
        12,
        24,
        12,
        264,
        new Verification.Estimate(0.9375, 0.875, 0.96875),
        new Verification.Estimate(0.125, 0.0625, 0.1875),
        new Verification.Acceptance(0.75, 0.0078125, new Verification.Estimate(0.5, 0.25, 0.75)));
  }

  private static CheckpointSummary summary(String network, long iterations) {
    return new CheckpointSummary(
        network,
        64,
        LABELS,
        TaskSamples.RECIPE,
        Samples.SHA,
        iterations,
        List.of(new LabelSet("expression", true, LABELS)),
        TaskSamples.TERMS);
  }

  private static CheckpointSummary imported() {
    return new CheckpointSummary("stargan", 64, LABELS, TaskSamples.RECIPE, "", 0);
  }

  private static EvaluationMeasures measures() {
    return new EvaluationMeasures(
        new Rate(0.75, 3, 4, 0.25, 1),
        new Rate(0.5, 1, 2, 0.125, 0.875),
        0.5,
        new Rate(0, 0, 2, 0, 0.625),
        Map.of("happy", new Rate(0.5, 1, 2, 0.125, 0.875)),
        LABELS,
        List.of(List.of(1, 0), List.of(1, 0)),
        List.of(List.of(2, 0), List.of(1, 1)),
        new EvaluationMeasures.Reconstruction(0.03125, 27.5, 0.875, 4),
        2,
        "StarGAN at 64 pixels, without pairs, as in the paper.",
        LEAK,
        TaskSamples.TERMS);
  }
}
