package io.mien.eval.measure;

import io.mien.contracts.result.Rate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Target-expression accuracy: over images x of source s and every target t ≠ s, the share in which
 * the judge sees t in G(x, t); and the same for the generator that copies its input, which a judge
 * must score near 0. Not thread-safe.
 */
public final class TargetExpressionScore {

  private final ConfusionMatrix generated;
  private final ConfusionMatrix copied;

  public TargetExpressionScore(List<String> labels) {
    this.generated = new ConfusionMatrix(labels);
    this.copied = new ConfusionMatrix(labels);
  }

  /**
   * Counts one generated image; images whose target is the source's own expression are left out.
   *
   * @param source label index of the input
   * @param target label index asked for
   * @param judgedGenerated the judge's label for the generated image
   * @param judgedInput the judge's label for the input itself
   */
  public void add(int source, int target, int judgedGenerated, int judgedInput) {
    if (source == target) {
      return;
    }
    generated.add(target, judgedGenerated);
    copied.add(target, judgedInput);
  }

  public Rate accuracy() {
    return generated.accuracy();
  }

  public Rate copyAccuracy() {
    return copied.accuracy();
  }

  /** Accuracy by target, in the labels' order. */
  public Map<String, Rate> perExpression() {
    Map<String, Rate> rates = new LinkedHashMap<>();
    for (int target = 0; target < generated.labels().size(); target++) {
      rates.put(generated.labels().get(target), generated.recall(target));
    }
    return rates;
  }

  /** Mean over targets that were tried at all. */
  public double macro() {
    return perExpression().values().stream()
        .filter(rate -> rate.total() > 0)
        .mapToDouble(Rate::value)
        .average()
        .orElse(0);
  }

  /** Rows target, columns judged. */
  public List<List<Integer>> confusion() {
    return generated.rows();
  }
}
