package io.mien.eval.ablation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures of one test person, each a mean over the person's translations.
 *
 * @param accuracy share of translations in which the judge sees the target
 * @param identity cosine of x and G(x, t)
 * @param recognised share of translations whose nearest picture of another occasion, among all
 *     people with the target expression, is the person's own
 * @param l1 mean |x − G(G(x, t), s)|, values 0 to 1
 * @param squared mean (x − G(G(x, t), s))²
 * @param ssim of x and G(G(x, t), s)
 */
record SubjectScore(
    double accuracy, double identity, double recognised, double l1, double squared, double ssim) {

  static SubjectScore mean(List<SubjectScore> scores) {
    return new SubjectScore(
        mean(scores, SubjectScore::accuracy),
        mean(scores, SubjectScore::identity),
        mean(scores, SubjectScore::recognised),
        mean(scores, SubjectScore::l1),
        mean(scores, SubjectScore::squared),
        mean(scores, SubjectScore::ssim));
  }

  private static double mean(List<SubjectScore> scores, ToDoubleFunction<SubjectScore> field) {
    return scores.stream().mapToDouble(field).average().orElseThrow();
  }
}
