package io.mien.orchestrator.system;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.result.Rate;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Results as workers hand them back, with objects that are really there. */
final class Outcomes {

  static final List<String> LABELS = List.of("neutral", "happy", "sad");

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 32, 0.25, true);

  private final ObjectStore store;

  Outcomes(ObjectStore store) {
    this.store = store;
  }

  /** What the offer asks for. */
  TaskResult of(RunTask offer) {
    return switch (offer.step()) {
      case "ingest" ->
          new DatasetPrepared(
              set(offer, Bucket.DATASETS, "dataset.json"),
              manifest(),
              object(offer, Bucket.DATASETS, "rejections.jsonl"),
              object(offer, Bucket.DATASETS, "contact-sheet.png"));
      case "train-classifier" ->
          new ClassifierTrained(
              set(offer, Bucket.MODELS, "checkpoint.json"), summary("resnet18"), 0.97);
      case "train-stargan" ->
          new StarGanTrained(set(offer, Bucket.MODELS, "checkpoint.json"), summary("stargan"));
      case "prepare" ->
          new PhotoPrepared(
              object(offer, Bucket.SYNTHESES, "crop.png"), new FaceBox(1, 2, 3, 4, 5));
      case "synthesise" -> synthesised(offer);
      case "evaluate" ->
          new SynthesisEvaluated(
              set(offer, Bucket.REPORTS, "report.json"),
              object(offer, Bucket.REPORTS, "report.html"),
              measures());
      default -> throw new IllegalArgumentException("No result for step " + offer.step());
    };
  }

  ObjectRef object(RunTask offer, Bucket bucket, String name) {
    byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
    return store.put(bucket, prefix(offer) + name, content, "application/octet-stream");
  }

  PrefixRef set(RunTask offer, Bucket bucket, String manifest) {
    return new PrefixRef(bucket, prefix(offer), object(offer, bucket, manifest));
  }

  private static String prefix(RunTask offer) {
    return ObjectKeys.attempt(offer.taskId(), offer.attempt(), ScriptedWorker.id(offer.kind(), 1));
  }

  private ImagesSynthesised synthesised(RunTask offer) {
    List<SynthesisedImage> images =
        LABELS.stream()
            .map(
                label ->
                    new SynthesisedImage(
                        "photo",
                        null,
                        null,
                        label,
                        object(offer, Bucket.SYNTHESES, label + ".png")))
            .toList();
    return new ImagesSynthesised(
        set(offer, Bucket.SYNTHESES, "synthesis.json"),
        images,
        images.size(),
        object(offer, Bucket.SYNTHESES, "contact-sheet.png"));
  }

  private static DatasetManifest manifest() {
    return new DatasetManifest(
        "faces",
        "fingerprint",
        LABELS,
        RECIPE,
        new SplitPolicy(0.1, 0.2, 1),
        List.of(),
        Map.of(Split.TRAIN, Map.of("happy", 3)),
        Map.of(Split.TRAIN, 2),
        Map.of(),
        3);
  }

  private static CheckpointSummary summary(String network) {
    return new CheckpointSummary(network, 32, LABELS, RECIPE, "fingerprint", 40);
  }

  private static EvaluationMeasures measures() {
    Rate rate = Rate.of(9, 10);
    List<List<Integer>> confusion = List.of(List.of(3, 0, 0), List.of(0, 3, 0), List.of(0, 0, 3));
    return new EvaluationMeasures(
        rate,
        rate,
        0.9,
        Rate.of(0, 10),
        Map.of("happy", rate),
        LABELS,
        confusion,
        confusion,
        new EvaluationMeasures.Reconstruction(0.05, 25, 0.9, 3),
        5,
        "StarGAN, scripted.");
  }
}
