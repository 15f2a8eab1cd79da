package io.mien.contracts.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {

  /** Newcombe 1998, Statistics in Medicine 17, table I, method 3: 81 of 263, 15 of 148, 0 of 20. */
  @Test
  void intervalIsThatOfThePublishedExamples() {
    assertInterval(Rate.of(81, 263), 0.2553, 0.3662);
    assertInterval(Rate.of(15, 148), 0.0624, 0.1605);
    assertInterval(Rate.of(0, 20), 0.0000, 0.1611);
    assertInterval(Rate.of(1, 29), 0.0061, 0.1718);
  }

  @Test
  void allHitsDoNotMeanCertainty() {
    Rate rate = Rate.of(20, 20);

    assertThat(rate.value()).isEqualTo(1);
    assertInterval(rate, 0.8389, 1);
  }

  @Test
  void rateOfNothingIsUnknown() {
    assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, 0, 0, 1));
  }

  @Test
  void moreHitsThanTriesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rate.of(3, 2))
        .withMessageContaining("3 hits of 2");
  }

  private static void assertInterval(Rate rate, double low, double high) {
    assertThat(rate.low()).isCloseTo(low, within(0.00006));
    assertThat(rate.high()).isCloseTo(high, within(0.00006));
  }
}
