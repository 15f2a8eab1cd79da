package io.mien.orchestrator.system;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Poses;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.ClassifierMeasures;
import io.mien.contracts.result.ClassifierMeasures.SeedAccuracy;
import io.mien.contracts.result.ClassifierMeasures.SeedSpread;
import io.mien.contracts.result.ClassifierTrained;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.result.Rate;
import io.mien.contracts.result.StarGanTrained;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.result.Verification;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.terms.UsageTerms;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results as workers hand them back. */
public final class Outcomes {

  public static final List<String> LABELS = Expressions.CANONICAL;

  /** What a pipeline does, in its order. */
  public static final List<String> PIPELINE =
      List.of(
          "list", "detect", "pack", "train-classifier", "train-stargan", "synthesise", "evaluate");

  /** Of sample grids and contact sheets. */
  public static final List<String> COLUMNS =
      Stream.concat(Stream.of("input"), LABELS.stream()).toList();

  private static final List<LabelSet> GROUPS =
      List.of(
          new LabelSet("expression", true, LABELS),
          new LabelSet("pose", true, Poses.CANONICAL),
          new LabelSet("attributes", false, List.of("glasses", "hair_colour=black")));

  /** Rows as asked for, columns as seen; unlike its transpose, and with some zeros. */
  public static final List<List<Integer>> CONFUSION =
      square((row, column) -> row == column ? 60 + row : (2 * row + column) % 7);

  /** Of the judge on real faces. */
  private static final List<List<Integer>> CLASSIFIER_CONFUSION =
      square((row, column) -> row == column ? 70 + row : (row + column) % 2);

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 32, 0.25, true);

  private final Shelf shelf;
  private final Function<RunTask, WorkerId> worker;

  /** Of the first scripted worker, with objects that are really there. */
  public Outcomes(ObjectStore store) {
    this(store::put, offer -> ScriptedWorker.id(offer.kind(), 1));
  }

  /**
   * @param worker who carries an offer out
   */
  public Outcomes(Shelf shelf, Function<RunTask, WorkerId> worker) {
    this.shelf = shelf;
    this.worker = worker;
  }

  /** Where objects are put. */
  @FunctionalInterface
  public interface Shelf {

    ObjectRef put(Bucket bucket, String key, byte[] content, String contentType);
  }

  /** What the offer asks for. */
  public TaskResult of(RunTask offer) {
    return switch (offer.step()) {
      case "inspect" ->
          new DatasetInspected(
              "image-folder",
              "it was asked for",
              InspectionDepth.FACES,
              3,
              2,
              Map.of(Rejection.Code.NO_FACE, 1),
              Map.of("happy", 2),
              1,
              Map.of(Split.TRAIN, 2),
              List.of(),
              UsageTerms.UNKNOWN,
              null,
              object(offer, Bucket.DATASETS, "rejections.jsonl"),
              picture(offer, Bucket.DATASETS, "contact-sheet.png"));
      case "list" -> listed(offer, 1);
      case "detect" ->
          new FacesDetected(set(offer, Bucket.DATASETS, "faces.json"), 100, 0, Map.of());
      case "pack" -> prepared(offer);
      case "train-classifier" ->
          new ClassifierTrained(
              set(offer, Bucket.MODELS, "checkpoint.json"), summary("resnet18"), 0.97);
      case "train-stargan" ->
          new StarGanTrained(set(offer, Bucket.MODELS, "checkpoint.json"), summary("stargan"));
      case "train-face-gan" ->
          new FaceGanTrained(set(offer, Bucket.MODELS, "checkpoint.json"), summary("face-gan"));
      case "generate" ->
          new FacesGenerated(
              set(offer, Bucket.SYNTHESES, "faces.json"),
              1,
              64,
              object(offer, Bucket.SYNTHESES, "contact-sheet.png"));
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

  /** A classifier of people, measured on twelve others. */
  public ClassifierTrained ofPeople(RunTask offer) {
    List<String> people = List.of("person-0001", "person-0002", "person-0003");
    Rate accuracy = Rate.of(9, 10);
    List<SeedAccuracy> seeds = List.of(new SeedAccuracy(1, 3, accuracy));
    ClassifierMeasures measures =
        new ClassifierMeasures(
            List.of(),
            accuracy,
            List.of(),
            Map.of(),
            new ClassifierMeasures.Calibration(1.5, 0.1, 0.05, 15, 10),
            seeds,
            SeedSpread.of(seeds),
            null);
    return new ClassifierTrained(
        set(offer, Bucket.MODELS, "checkpoint.json"),
        new CheckpointSummary(
            "resnet18",
            32,
            people,
            RECIPE,
            "fingerprint",
            40,
            List.of(new LabelSet("subject", true, people))),
        accuracy.value(),
        measures.with(
            new Verification(
                12,
                24,
                12,
                264,
                new Verification.Estimate(0.9375, 0.875, 0.96875),
                new Verification.Estimate(0.125, 0.0625, 0.1875),
                new Verification.Acceptance(
                    0.75, 0.0078125, new Verification.Estimate(0.5, 0.25, 0.75)))));
  }

  DatasetPrepared prepared(RunTask offer) {
    return new DatasetPrepared(
        set(offer, Bucket.DATASETS, "dataset.json"),
        manifest(),
        object(offer, Bucket.DATASETS, "rejections.jsonl"),
        picture(offer, Bucket.DATASETS, "contact-sheet.png"));
  }

  /** A listing in so many parts of 100 pictures each. */
  public DatasetListed listed(RunTask offer, int parts) {
    return new DatasetListed(
        set(offer, Bucket.DATASETS, "listing.json"),
        "image-folder",
        "scripted",
        parts * 100,
        Map.of(),
        IntStream.range(0, parts)
            .mapToObj(part -> object(offer, Bucket.DATASETS, "parts/" + part + ".jsonl"))
            .map(pictures -> new DatasetListed.Part(pictures, 100, List.of()))
            .toList());
  }

  public ObjectRef object(RunTask offer, Bucket bucket, String name) {
    byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
    return shelf.put(bucket, prefix(offer) + name, content, "application/octet-stream");
  }

  /** A PNG with a column for the input and one for every label. */
  public ObjectRef picture(RunTask offer, Bucket bucket, String name) {
    byte[] png = ColumnPicture.png(1 + LABELS.size());
    return shelf.put(bucket, prefix(offer) + name, png, "image/png");
  }

  public PrefixRef set(RunTask offer, Bucket bucket, String manifest) {
    return new PrefixRef(bucket, prefix(offer), object(offer, bucket, manifest));
  }

  private String prefix(RunTask offer) {
    return ObjectKeys.attempt(offer.taskId(), offer.attempt(), worker.apply(offer));
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
        picture(offer, Bucket.SYNTHESES, "contact-sheet.png"),
        COLUMNS);
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
    List<LabelSet> groups = network.equals("stargan") ? GROUPS : GROUPS.subList(0, 1);
    return new CheckpointSummary(network, 32, LABELS, RECIPE, "fingerprint", 40, groups);
  }

  private static EvaluationMeasures measures() {
    Rate rate = Rate.of(9, 10);
    Map<String, Rate> perExpression = new HashMap<>();
    for (int row = 0; row < LABELS.size(); row++) {
      List<Integer> counts = CONFUSION.get(row);
      int total = counts.stream().mapToInt(Integer::intValue).sum();
      perExpression.put(LABELS.get(row), Rate.of(counts.get(row), total));
    }
    return new EvaluationMeasures(
        rate,
        rate,
        0.9,
        Rate.of(0, 10),
        perExpression,
        LABELS,
        CONFUSION,
        CLASSIFIER_CONFUSION,
        new EvaluationMeasures.Reconstruction(0.05, 25, 0.9, 3),
        5,
        "StarGAN, scripted.");
  }

  private static List<List<Integer>> square(IntBinaryOperator cell) {
    List<Integer> all = IntStream.range(0, LABELS.size()).boxed().toList();
    return all.stream()
        .map(row -> all.stream().map(column -> cell.applyAsInt(row, column)).toList())
        .toList();
  }
}
