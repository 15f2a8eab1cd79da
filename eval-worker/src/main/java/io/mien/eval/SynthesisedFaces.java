package io.mien.eval;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.SynthesisManifest;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.terms.UsageTerms;
import io.mien.eval.TestFaces.TestFace;
import io.mien.eval.measure.TargetExpressionScore;
import io.mien.eval.report.Gallery;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The images of a synthesis; each is read, and its digest checked, when it is judged. */
final class SynthesisedFaces {

  private static final int BATCH = 64;
  private static final int GALLERY_ROWS = 14;

  private final ObjectStore store;
  private final String group;
  private final List<String> expressions;
  private final UsageTerms terms;
  private final List<SynthesisedImage> items;

  private SynthesisedFaces(
      ObjectStore store, SynthesisManifest manifest, List<SynthesisedImage> items) {
    this.store = store;
    this.group = manifest.group();
    this.expressions = manifest.expressions();
    this.terms = manifest.terms();
    this.items = items;
  }

  static SynthesisedFaces open(ObjectStore store, PrefixRef synthesis) {
    try {
      SynthesisManifest manifest =
          WireJson.MAPPER.readValue(store.read(synthesis.manifest()), SynthesisManifest.class);
      List<SynthesisedImage> items = new ArrayList<>();
      for (String line :
          new String(store.read(manifest.items()), StandardCharsets.UTF_8).lines().toList()) {
        items.add(WireJson.MAPPER.readValue(line, SynthesisedImage.class));
      }
      return new SynthesisedFaces(store, manifest, items);
    } catch (IOException e) {
      throw new InvalidInput(
          "synthesis-corrupt",
          "Read the synthesis %s: %s".formatted(synthesis.prefix(), e.getMessage()),
          e);
    }
  }

  /** Whose labels the targets are. */
  String group() {
    return group;
  }

  /** On which the images may be used. */
  UsageTerms terms() {
    return terms;
  }

  /** Judges every image whose target is not the source's own expression. */
  TargetExpressionScore score(Verdicts verdicts, ExpressionClassifier judge, TaskContext context) {
    List<String> labels = judge.labels().names();
    TargetExpressionScore score = new TargetExpressionScore(labels);
    List<SynthesisedImage> counted = items.stream().filter(SynthesisedFaces::changes).toList();
    ProgressMeter meter =
        new ProgressMeter(context::progress, "judge generated faces", "images", counted.size());
    for (int start = 0; start < counted.size(); start += BATCH) {
      context.throwIfStopping();
      List<SynthesisedImage> batch =
          counted.subList(start, Math.min(counted.size(), start + BATCH));
      float[][] probabilities = judge.probabilities(batch.stream().map(this::read).toList());
      for (int i = 0; i < batch.size(); i++) {
        SynthesisedImage item = batch.get(i);
        score.add(
            labels.indexOf(item.source()),
            labels.indexOf(item.expression()),
            ExpressionClassifier.best(probabilities[i]),
            verdicts.of(item.crop()));
      }
      meter.advance(batch.size());
    }
    return score;
  }

  /** Some test people, spread evenly: the input, then the expressions of this synthesis. */
  Gallery gallery(TestFaces faces) {
    Map<String, Map<String, SynthesisedImage>> byCrop = new HashMap<>();
    items.forEach(
        item ->
            byCrop
                .computeIfAbsent(item.crop(), crop -> new HashMap<>())
                .put(item.expression(), item));
    List<TestFace> shown =
        faces.faces().stream().filter(face -> byCrop.containsKey(face.key())).toList();
    if (shown.isEmpty()) {
      throw new InvalidInput(
          "synthesis-of-other-data",
          "Show the synthesis: none of its %d images is of one of the dataset's %d test faces. Evaluate a synthesis of this dataset's test part."
              .formatted(items.size(), faces.faces().size()));
    }
    // An odd stride walks through the expressions of a dataset that is ordered by them.
    int stride = Math.max(1, shown.size() / GALLERY_ROWS) | 1;
    List<RgbImage> cells = new ArrayList<>();
    for (int at = 0, row = 0; at < shown.size() && row < GALLERY_ROWS; at += stride, row++) {
      TestFace face = shown.get(at);
      cells.add(face.image());
      expressions.forEach(expression -> cells.add(read(required(byCrop, face.key(), expression))));
    }
    List<String> columns = new ArrayList<>(List.of("input"));
    columns.addAll(expressions);
    return new Gallery(columns, Png.encode(ImageGrid.of(cells, columns.size())));
  }

  private static SynthesisedImage required(
      Map<String, Map<String, SynthesisedImage>> byCrop, String crop, String expression) {
    SynthesisedImage image = byCrop.getOrDefault(crop, Map.of()).get(expression);
    if (image == null) {
      throw new InvalidInput(
          "synthesis-incomplete",
          "Show crop %s as %s: the synthesis has no such image.".formatted(crop, expression));
    }
    return image;
  }

  private RgbImage read(SynthesisedImage item) {
    return Png.decode(store.read(item.image()));
  }

  private static boolean changes(SynthesisedImage item) {
    return item.source() != null && !item.expression().equals(item.source());
  }
}
