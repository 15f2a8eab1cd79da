package io.mien.eval.ablation;

import io.mien.networks.image.LabelledImage;
import java.util.List;

/** Embeddings of the test people's real pictures, by person, expression and shot. */
final class TestPeople {
  private static final int SHOTS = 2;

  private final double[][] embeddings;
  private final int expressions;
  private final int people;

  private TestPeople(double[][] embeddings, int expressions) {
    this.embeddings = embeddings;
    this.expressions = expressions;
    this.people = embeddings.length / (expressions * SHOTS);
  }

  static TestPeople of(List<LabelledImage> test, int expressions, IdentityEmbedder embedder) {
    return new TestPeople(
        embedder.embed(test.stream().map(LabelledImage::image).toList()), expressions);
  }

  private double[] picture(int person, int expression, int shot) {
    return embeddings[(person * expressions + expression) * SHOTS + shot];
  }

  /** Whose second picture with this expression is nearest. */
  int nearest(double[] face, int expression) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int person = 0; person < people; person++) {
      double cosine = IdentityEmbedder.cosine(face, picture(person, expression, 1));
      if (cosine > highest) {
        best = person;
        highest = cosine;
      }
    }
    return best;
  }

  /**
   * What the cosine of two real pictures is, the first with one expression, the second with
   * another: of one person (ceiling) and of two (floor); and how often real people are recognised.
   */
  String yardsticks() {
    double same = 0;
    double others = 0;
    int recognised = 0;
    int pairs = 0;
    for (int person = 0; person < people; person++) {
      for (int source = 0; source < expressions; source++) {
        for (int target = 0; target < expressions; target++) {
          if (source != target) {
            double[] x = picture(person, source, 0);
            same += IdentityEmbedder.cosine(x, picture(person, target, 1));
            others += meanToOthers(x, person, target);
            recognised += nearest(picture(person, target, 0), target) == person ? 1 : 0;
            pairs++;
          }
        }
      }
    }
    return "identity ceiling %.3f, floor %.3f; real pictures recognised %.1f %% (%d pairs)"
        .formatted(same / pairs, others / pairs, 100.0 * recognised / pairs, pairs);
  }

  private double meanToOthers(double[] x, int person, int expression) {
    double sum = 0;
    for (int other = 0; other < people; other++) {
      if (other != person) {
        sum += IdentityEmbedder.cosine(x, picture(other, expression, 1));
      }
    }
    return sum / (people - 1);
  }
}
