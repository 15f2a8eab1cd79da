package io.mien.synth.engine;

import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * The generator of a checkpoint as one task uses it. Several threads may call it at once, which
 * keeps the device busy while one of them prepares what comes next.
 */
public final class LoadedGenerator implements AutoCloseable {

  private final CheckpointUse use;
  private final LabelSpace labels;

  LoadedGenerator(CheckpointUse use) {
    this.use = use;
    this.labels = use.manifest().labelSpace();
  }

  /** The first group of labels, of most checkpoints the only one. */
  public LabelGroup labels() {
    return labels.group(0);
  }

  /** All groups of labels. */
  public LabelSpace labelSpace() {
    return labels;
  }

  /** Side of the faces in pixels. */
  public int imageSize() {
    return use.manifest().imageSize();
  }

  /** On which its images may be used, as far as the checkpoint tells. */
  public UsageTerms terms() {
    return use.terms();
  }

  /**
   * Face i gets label i of a group, as {@link
   * io.mien.networks.inference.ExpressionGenerator#translate(String, List, List)} says; waits for
   * it. Images may differ by one grey level with what else is in their batches.
   *
   * @throws IllegalArgumentException for unknown groups and labels and for wrong sizes
   * @throws io.mien.contracts.failure.ResourceExhausted when not even one image fits into memory
   * @throws io.mien.contracts.failure.Cancelled when the task is stopping
   * @throws io.mien.contracts.failure.Unavailable when the engine is closed or lost
   */
  public List<RgbImage> translate(String group, List<KnownFace> faces, List<String> targets) {
    if (faces.size() != targets.size()) {
      throw new IllegalArgumentException(
          "%d faces, but %d targets.".formatted(faces.size(), targets.size()));
    }
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      wishes.add(new Wish.Expression(group, faces.get(i), targets.get(i)));
    }
    return use.draw(group, wishes);
  }

  @Override
  public void close() {
    use.close();
  }
}
