package io.mien.networks.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static final int[] ONCE = {1, 1, 1, 1};

  @Test
  void perfectOrderSeparatesAndItsReverseDoesNot() {
    Separation perfect = of(same(0.9, 0), same(0.8, 1), different(0.2), different(0.1));
    Separation reverse = of(same(0.1, 0), same(0.2, 1), different(0.8), different(0.9));

    assertThat(perfect).isEqualTo(new Separation(1, 0, 0.8, 0, 1));
    assertThat(reverse.area()).isZero();
    assertThat(reverse.equalErrorRate()).isEqualTo(1);
    assertThat(reverse.threshold()).isEqualTo(Math.nextUp(0.9));
    assertThat(reverse.trueAcceptRate()).isZero();
  }

  @Test
  void pairsThatAreAllAlikeAreAGuess() {
    Separation guess = of(same(0.5, 0), same(0.5, 1), different(0.5), different(0.5));

    assertThat(guess.area()).isEqualTo(0.5);
    assertThat(guess.equalErrorRate()).isEqualTo(0.5);
    assertThat(guess.trueAcceptRate()).isZero();
  }

  @Test
  void errorsAreEqualBetweenTwoThresholds() {
    // Down the curve: 1/2, 0; 1/2, 1/3; 1, 1/3; so that 1/3 is accepted wrongly and 1/2 to 0
    // refused wrongly: equal at 1/3
    Separation found =
        of(same(0.9, 0), different(0.8), same(0.7, 1), different(0.6), different(0.5));

    assertThat(found.equalErrorRate()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(found.area()).isCloseTo(5.0 / 6, within(1e-12));
  }

  @Test
  void oneInAHundredPairsOfTwoPeopleMayPass() {
    List<FacePair> pairs = new ArrayList<>(List.of(same(0.99, 0), same(0.955, 1), same(0.5, 2)));
    for (int i = 0; i < 100; i++) {
      pairs.add(different(0.98 - 0.01 * i));
    }

    Separation found = Separation.of(new FacePairs(4, pairs), ONCE).orElseThrow();

    // Then the second of them, at 0.97, would be one too many
    assertThat(found.falseAcceptRate()).isEqualTo(0.01);
    assertThat(found.threshold()).isEqualTo(0.98);
    assertThat(found.trueAcceptRate()).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void areaIsTheShareOfRightComparisons() {
    Random random = new Random(5);
    List<FacePair> pairs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      boolean same = i % 3 == 0;
      double likeness = Math.round(20 * (random.nextGaussian() + (same ? 1 : 0))) / 20.0;
      pairs.add(same ? same(likeness, 0) : different(likeness));
    }
    double right = 0;
    for (FacePair one : pairs.stream().filter(SeparationTest::isOfOnePerson).toList()) {
      for (FacePair two : pairs.stream().filter(pair -> !isOfOnePerson(pair)).toList()) {
        right += 0.5 + 0.5 * Math.signum(one.likeness() - two.likeness());
      }
    }

    double area = Separation.of(new FacePairs(4, pairs), ONCE).orElseThrow().area();

    assertThat(area).isCloseTo(right / (100 * 200), within(1e-12)).isBetween(0.7, 0.8);
  }

  @Test
  void personWhoCountsTwiceIsAsTwoPeopleAlike() {
    // Given person 0, and person 0 with a double, who is compared with everybody but the original
    List<FacePair> pairs =
        List.of(same(0.6, 0), same(0.4, 1), new FacePair(0.5, 0, 1), new FacePair(0.3, 1, 2));
    List<FacePair> doubled = new ArrayList<>(pairs);
    doubled.add(same(0.6, 3));
    doubled.add(new FacePair(0.5, 3, 1));

    assertThat(Separation.of(new FacePairs(4, pairs), new int[] {2, 1, 1, 0}))
        .isEqualTo(Separation.of(new FacePairs(4, doubled), ONCE));
  }

  @Test
  void nothingIsSaidWithoutPairsOfBothKinds() {
    FacePairs pairs = new FacePairs(4, List.of(same(0.6, 0), different(0.1)));

    assertThat(Separation.of(pairs, new int[] {0, 1, 1, 1})).isEmpty();
    assertThat(Separation.of(pairs, new int[] {1, 0, 0, 0})).isEmpty();
    assertThat(Separation.of(pairs, ONCE)).isPresent();
  }

  private static boolean isOfOnePerson(FacePair pair) {
    return pair.one() == pair.other();
  }

  private static FacePair same(double likeness, int person) {
    return new FacePair(likeness, person, person);
  }

  private static FacePair different(double likeness) {
    return new FacePair(likeness, 0, 1);
  }

  private static Separation of(FacePair... pairs) {
    return Separation.of(new FacePairs(4, List.of(pairs)), ONCE).orElseThrow();
  }
}
