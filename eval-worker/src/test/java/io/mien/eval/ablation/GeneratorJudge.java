package io.mien.eval.ablation;

import ai.djl.Device;
import io.mien.eval.measure.Ssim;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.ExpressionGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Translates the first picture of every test person and expression to every other expression and
 * back, and scores all of it by networks that no training has seen. Pictures pass through 8 bits in
 * between: a cycle could hide information.
 */
final class GeneratorJudge implements AutoCloseable {
  private static final int SHOTS = 2;
  private static final int EXAMPLES = 6;
  private static final float WHITE = 255;

  private final List<String> expressions;
  private final List<LabelledImage> test;
  private final ExpressionClassifier judge;
  private final IdentityEmbedder embedder;
  private final TestPeople people;

  GeneratorJudge(AblationPlan plan, Path folder) {
    AblationFaces faces = new AblationFaces(plan);
    expressions = plan.expressions();
    test = faces.test();
    judge = ExpressionClassifier.load(JudgeTraining.expressions(folder), Device.cpu());
    embedder = IdentityEmbedder.load(JudgeTraining.identities(folder), faces.knownFaces());
    people = TestPeople.of(test, expressions.size(), embedder);
  }

  /** Some of the test pictures, to look at. */
  List<RgbImage> examples() {
    int step = test.size() / EXAMPLES;
    return IntStream.range(0, EXAMPLES).mapToObj(i -> test.get(i * step).image()).toList();
  }

  /** Scores by test person. */
  List<SubjectScore> score(ExpressionGenerator generator) {
    List<RgbImage> sources = new ArrayList<>();
    List<String> own = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (int at = 0; at < test.size(); at += SHOTS) {
      for (String target : expressions) {
        String source = expressions.get(test.get(at).label());
        if (!target.equals(source)) {
          sources.add(test.get(at).image());
          own.add(source);
          targets.add(target);
        }
      }
    }
    List<RgbImage> changed = generator.translate(sources, targets);
    List<RgbImage> back = generator.translate(changed, own);
    return bySubject(scores(sources, targets, changed, back));
  }

  private List<SubjectScore> scores(
      List<RgbImage> sources, List<String> targets, List<RgbImage> changed, List<RgbImage> back) {
    float[][] judged = judge.logits(changed);
    double[][] before = embedder.embed(sources);
    double[][] after = embedder.embed(changed);
    List<SubjectScore> scores = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      int person = i / perPerson();
      int target = expressions.indexOf(targets.get(i));
      float[][] x = planes(sources.get(i));
      float[][] y = planes(back.get(i));
      scores.add(
          new SubjectScore(
              ExpressionClassifier.best(judged[i]) == target ? 1 : 0,
              IdentityEmbedder.cosine(before[i], after[i]),
              people.nearest(after[i], target) == person ? 1 : 0,
              meanPower(x, y, 1),
              meanPower(x, y, 2),
              ssim(x, y, sources.get(i).width())));
    }
    return scores;
  }

  private int perPerson() {
    return expressions.size() * (expressions.size() - 1);
  }

  private List<SubjectScore> bySubject(List<SubjectScore> scores) {
    List<SubjectScore> subjects = new ArrayList<>();
    for (int start = 0; start < scores.size(); start += perPerson()) {
      subjects.add(SubjectScore.mean(scores.subList(start, start + perPerson())));
    }
    return subjects;
  }

  /** What real pictures score: floor and ceiling of the measures. */
  String yardsticks() {
    List<RgbImage> images = test.stream().map(LabelledImage::image).toList();
    float[][] judged = judge.logits(images);
    int right = 0;
    for (int i = 0; i < judged.length; i++) {
      right += ExpressionClassifier.best(judged[i]) == test.get(i).label() ? 1 : 0;
    }
    return "judge on real test pictures %.1f %%; %s"
        .formatted(100.0 * right / judged.length, people.yardsticks());
  }

  private static double meanPower(float[][] a, float[][] b, int power) {
    double sum = 0;
    for (int channel = 0; channel < a.length; channel++) {
      for (int i = 0; i < a[channel].length; i++) {
        sum += Math.pow(Math.abs(a[channel][i] - b[channel][i]), power);
      }
    }
    return sum / (a.length * a[0].length);
  }

  private static double ssim(float[][] a, float[][] b, int side) {
    double sum = 0;
    for (int channel = 0; channel < a.length; channel++) {
      sum += Ssim.of(a[channel], b[channel], side, side);
    }
    return sum / a.length;
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

  @Override
  public void close() {
    judge.close();
    embedder.close();
  }
}
