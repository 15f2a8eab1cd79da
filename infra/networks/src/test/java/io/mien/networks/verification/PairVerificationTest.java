package io.mien.networks.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.networks.inference.FaceLikeness;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairVerificationTest {
  private static final int PICTURES = 3;

  /** Of people as in {@link #logits}, one apart: of a million pairs of each kind, all unrelated. */
  private static final double TRUE_AREA = 0.832;

  @Test
  void networkThatKnowsPeopleApartSeparatesThemAndNoiseDoesNot() {
    PairVerification good = verify(30, 1, 4);
    PairVerification noise = verify(30, 1, 0);

    assertThat(good.people()).isEqualTo(30);
    assertThat(good.same()).isEqualTo(30 * 3);
    assertThat(good.different()).isEqualTo(90 * 89 / 2 - 90);
    assertThat(good.area().value()).isGreaterThan(0.98);
    assertThat(good.equalErrorRate().value()).isLessThan(0.05);
    assertThat(good.falseAcceptRate()).isBetween(0.005, 0.01);
    assertThat(good.trueAcceptRate().value()).isGreaterThan(0.7);
    assertThat(noise.area().low()).isLessThan(0.5);
    assertThat(noise.area().high()).isGreaterThan(0.5);
    assertThat(noise.trueAcceptRate().value()).isLessThan(0.1);
  }

  @Test
  void pairsThatComeAgainMakeNothingSurer() {
    List<FacePair> once = pairs(20, 3, 1);
    List<FacePair> again = Collections.nCopies(4, once).stream().flatMap(List::stream).toList();

    PairVerification sure = PairVerification.of(new FacePairs(20, again));

    assertThat(sure.area()).isEqualTo(PairVerification.of(new FacePairs(20, once)).area());
  }

  /** Wilson's interval of the pairs would hold it far less often: they share people. */
  @Test
  void intervalHoldsTheTrueAreaAboutAsOftenAsItSays() {
    int held = 0;
    for (int seed = 0; seed < 30; seed++) {
      Estimate area = verify(15, seed, 1).area();
      held += area.low() <= TRUE_AREA && TRUE_AREA <= area.high() ? 1 : 0;
    }

    assertThat(held).isBetween(26, 30);
  }

  @Test
  void thresholdIsThatOfThePairsThatPass() {
    int[] people = people(30);
    float[][] logits = logits(30, 2, 2);
    PairVerification found = PairVerification.of(FacePairs.of(logits, people));

    List<FacePair> passed =
        pairs(30, 2, 2).stream().filter(pair -> pair.likeness() >= found.threshold()).toList();

    long right = passed.stream().filter(pair -> pair.one() == pair.other()).count();
    assertThat((double) right / found.same()).isEqualTo(found.trueAcceptRate().value());
    assertThat((double) (passed.size() - right) / found.different())
        .isEqualTo(found.falseAcceptRate());
  }

  @Test
  void tooFewPeopleAndPairsOfOneKindAreRefused() {
    assertThatThrownBy(() -> verify(9, 1, 1)).hasMessageContaining("9 people");
    List<FacePair> strangers =
        pairs(12, 1, 1).stream().filter(pair -> pair.one() != pair.other()).toList();
    assertThatThrownBy(() -> PairVerification.of(new FacePairs(12, strangers)))
        .hasMessageContaining("0 pairs of one person");
    assertThatThrownBy(() -> new FacePair(Double.NaN, 0, 1)).hasMessageContaining("NaN");
  }

  @Test
  void estimateIsCutAtBothTails() {
    double[] draws = IntStream.range(0, 1000).mapToDouble(i -> 999 - i).toArray();

    assertThat(Estimate.of(500, draws)).isEqualTo(new Estimate(500, 25, 974));
  }

  private static PairVerification verify(int people, long seed, double apart) {
    return PairVerification.of(FacePairs.of(logits(people, seed, apart), people(people)));
  }

  private static List<FacePair> pairs(int people, long seed, double apart) {
    int[] who = people(people);
    float[][] logits = logits(people, seed, apart);
    return PicturePair.among(who).stream()
        .map(
            pair ->
                new FacePair(
                    FaceLikeness.of(logits[pair.one()], logits[pair.other()]),
                    who[pair.one()],
                    who[pair.other()]))
        .toList();
  }

  private static int[] people(int people) {
    return IntStream.range(0, people * PICTURES).map(i -> i / PICTURES).toArray();
  }

  /** Pictures x 8: what a person looks like, and what only the picture does. */
  private static float[][] logits(int people, long seed, double apart) {
    Random random = new Random(1000 + seed);
    float[][] logits = new float[people * PICTURES][8];
    for (int person = 0; person < people; person++) {
      for (int at = 0; at < 8; at++) {
        double look = apart * random.nextGaussian();
        for (int picture = 0; picture < PICTURES; picture++) {
          logits[person * PICTURES + picture][at] = (float) (look + random.nextGaussian());
        }
      }
    }
    return logits;
  }
}
