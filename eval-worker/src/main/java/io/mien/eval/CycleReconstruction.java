package io.mien.eval;

import io.mien.contracts.result.EvaluationMeasures.Reconstruction;
import io.mien.eval.TestFaces.TestFace;
import io.mien.eval.measure.ReconstructionScore;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;

/**
 * G(G(x, t), s) of every test face, t running through the other labels from face to face. The
 * intermediate image is quantised to 8 bits, because a cycle can hide information in what the eye
 * does not see.
 */
final class CycleReconstruction {

  private static final int BATCH = 32;
  private static final float WHITE = 255;

  private final ExpressionGenerator generator;
  private final LabelGroup group;

  /**
   * @param group whose labels are changed and changed back
   */
  CycleReconstruction(ExpressionGenerator generator, String group) {
    this.generator = generator;
    this.group = generator.labels(group);
  }

  Reconstruction measure(TestFaces faces, TaskContext context) {
    List<String> labels = group.names();
    List<TestFace> known =
        faces.faces().stream().filter(face -> labels.contains(face.expression())).toList();
    ProgressMeter meter =
        new ProgressMeter(context::progress, "reconstruct", "images", known.size());
    ReconstructionScore score = new ReconstructionScore();
    for (int start = 0; start < known.size(); start += BATCH) {
      context.throwIfStopping();
      List<TestFace> batch = known.subList(start, Math.min(known.size(), start + BATCH));
      add(batch, start, labels, score);
      meter.advance(batch.size());
    }
    return score.result();
  }

  private void add(
      List<TestFace> batch, int start, List<String> labels, ReconstructionScore score) {
    List<RgbImage> originals = batch.stream().map(TestFace::image).toList();
    List<String> away = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      int own = labels.indexOf(batch.get(i).expression());
      away.add(labels.get((own + 1 + (start + i) % (labels.size() - 1)) % labels.size()));
    }
    List<RgbImage> changed = translated(originals, away);
    List<RgbImage> back = translated(changed, batch.stream().map(TestFace::expression).toList());
    for (int i = 0; i < batch.size(); i++) {
      score.add(
          planes(originals.get(i)),
          planes(back.get(i)),
          originals.get(i).width(),
          originals.get(i).height());
    }
  }

  private List<RgbImage> translated(List<RgbImage> faces, List<String> labels) {
    return generator.translate(group.name(), faces.stream().map(KnownFace::of).toList(), labels);
  }

  /** Red, green and blue planes, values 0 to 1. */
  private static float[][] planes(RgbImage image) {
    byte[] rgb = image.rgb();
    float[][] planes = new float[3][rgb.length / 3];
    for (int i = 0; i < rgb.length; i++) {
      planes[i % 3][i / 3] = (rgb[i] & 0xFF) / WHITE;
    }
    return planes;
  }
}
