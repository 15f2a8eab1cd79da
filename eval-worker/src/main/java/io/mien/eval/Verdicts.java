package io.mien.eval;

import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.InvalidInput;
import io.mien.eval.TestFaces.TestFace;
import io.mien.eval.measure.ConfusionMatrix;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.worker.TaskContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the judge sees in each real test face, by the face's key; label indices of the judge. */
record Verdicts(Map<String, Integer> byKey) {

  static Verdicts of(TestFaces faces, ExpressionClassifier judge, TaskContext context) {
    context.progress(new Progress("judge real faces", "images", 0, faces.faces().size(), 0));
    float[][] probabilities = judge.probabilities(faces.images());
    Map<String, Integer> byKey = new HashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      byKey.put(faces.faces().get(i).key(), ExpressionClassifier.best(probabilities[i]));
    }
    return new Verdicts(byKey);
  }

  int of(String crop) {
    Integer verdict = byKey.get(crop);
    if (verdict == null) {
      throw new InvalidInput(
          "synthesis-of-other-data",
          "Evaluate the synthesis of crop %s: it is not in the test part of the dataset. Evaluate with the dataset it was made from."
              .formatted(crop));
    }
    return verdict;
  }

  ConfusionMatrix confusion(TestFaces faces, List<String> labels) {
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    for (TestFace face : faces.faces()) {
      matrix.add(labels.indexOf(face.expression()), of(face.key()));
    }
    return matrix;
  }
}
