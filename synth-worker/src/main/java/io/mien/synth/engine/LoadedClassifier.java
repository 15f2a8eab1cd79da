package io.mien.synth.engine;

import io.mien.networks.calibration.Softmax;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.label.LabelGroup;
import java.util.List;

/** The classifier of a checkpoint as one task uses it. Thread-safe. */
public final class LoadedClassifier implements AutoCloseable {

  private static final String NO_GROUP = "";

  private final CheckpointUse use;
  private final LabelGroup labels;
  private final double temperature;

  LoadedClassifier(CheckpointUse use) {
    this.use = use;
    this.labels = use.manifest().labelSpace().group(0);
    this.temperature = ExpressionClassifier.temperature(use.manifest());
  }

  /** What it tells apart. */
  public LabelGroup labels() {
    return labels;
  }

  /** Side of the faces in pixels. */
  public int imageSize() {
    return use.manifest().imageSize();
  }

  /**
   * Logits of every label, in the labels' order, for every face; waits for them, and throws what
   * {@link LoadedGenerator#translate} throws.
   */
  public List<float[]> logits(List<RgbImage> faces) {
    List<Wish> wishes = faces.stream().<Wish>map(Wish.Classification::new).toList();
    return use.answers(NO_GROUP, wishes).stream()
        .map(Answer.Logits.class::cast)
        .map(Answer.Logits::values)
        .toList();
  }

  /** Probabilities of logits, calibrated if the checkpoint is. */
  public double[] probabilities(float[] logits) {
    return Softmax.of(logits, 1 / temperature);
  }

  @Override
  public void close() {
    use.close();
  }
}
