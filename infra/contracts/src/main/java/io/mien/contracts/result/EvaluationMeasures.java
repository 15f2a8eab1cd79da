package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.terms.UsageTerms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an evaluation, after {@code infra/docs} and the StarGAN paper.
 *
 * @param classifierAccuracy the judge on real test crops: the ceiling
 * @param targetExpressionAccuracy generated images judged to show their target, targets other than
 *     the source's own expression
 * @param targetExpressionMacro mean over target expressions of {@code perExpression}
 * @param copyAccuracy the same for a generator that copies its input; must be near 0
 * @param perExpression target expression accuracy by target
 * @param labels order of the confusion matrix
 * @param confusion rows target, columns prediction, counts
 * @param classifierConfusion rows truth, columns prediction, counts, on real test crops
 * @param reconstruction of x and G(G(x,t),s)
 * @param subjects number of test people
 * @param training how the generator learned, in a sentence; null in reports of earlier versions
 * @param leak set when the dataset's split is one of images: the networks have seen test people
 * @param terms on which what was evaluated may be used; null in reports of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationMeasures(
    Rate classifierAccuracy,
    Rate targetExpressionAccuracy,
    double targetExpressionMacro,
    Rate copyAccuracy,
    Map<String, Rate> perExpression,
    List<String> labels,
    List<List<Integer>> confusion,
    List<List<Integer>> classifierConfusion,
    Reconstruction reconstruction,
    int subjects,
    @Nullable String training,
    @Nullable SplitLeak leak,
    @Nullable UsageTerms terms) {

  public EvaluationMeasures {
    perExpression = Map.copyOf(perExpression);
    labels = List.copyOf(labels);
    confusion = confusion.stream().map(List::copyOf).toList();
    classifierConfusion = classifierConfusion.stream().map(List::copyOf).toList();
  }

  /** On people that no network has seen. */
  public EvaluationMeasures(
      Rate classifierAccuracy,
      Rate targetExpressionAccuracy,
      double targetExpressionMacro,
      Rate copyAccuracy,
      Map<String, Rate> perExpression,
      List<String> labels,
      List<List<Integer>> confusion,
      List<List<Integer>> classifierConfusion,
      Reconstruction reconstruction,
      int subjects,
      @Nullable String training) {
    this(
        classifierAccuracy,
        targetExpressionAccuracy,
        targetExpressionMacro,
        copyAccuracy,
        perExpression,
        labels,
        confusion,
        classifierConfusion,
        reconstruction,
        subjects,
        training,
        null,
        null);
  }

  /** The same figures of a dataset whose split leaks, or not. */
  public EvaluationMeasures withLeak(@Nullable SplitLeak found) {
    return new EvaluationMeasures(
        classifierAccuracy,
        targetExpressionAccuracy,
        targetExpressionMacro,
        copyAccuracy,
        perExpression,
        labels,
        confusion,
        classifierConfusion,
        reconstruction,
        subjects,
        training,
        found,
        terms);
  }

  /** The same figures of data and networks on these terms. */
  public EvaluationMeasures on(UsageTerms stated) {
    return new EvaluationMeasures(
        classifierAccuracy,
        targetExpressionAccuracy,
        targetExpressionMacro,
        copyAccuracy,
        perExpression,
        labels,
        confusion,
        classifierConfusion,
        reconstruction,
        subjects,
        training,
        leak,
        stated);
  }

  /**
   * Cycle reconstruction, the intermediate image quantised to 8 bits.
   *
   * @param l1 mean absolute error, images in [0, 1]
   * @param psnrDb peak signal to noise ratio in decibels
   * @param ssim structural similarity (11x11 Gaussian, sigma 1.5), -1 to 1
   * @param images number of images measured
   */
  public record Reconstruction(double l1, double psnrDb, double ssim, int images) {}
}
