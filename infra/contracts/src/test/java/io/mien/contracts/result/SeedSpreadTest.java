package io.mien.contracts.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.result.ClassifierMeasures.SeedAccuracy;
import io.mien.contracts.result.ClassifierMeasures.SeedSpread;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedSpreadTest {

  @Test
  void isTheMeanAndSampleDeviationOverSeeds() {
    SeedSpread spread = SeedSpread.of(List.of(seed(1, 6), seed(2, 8), seed(3, 10)));

    assertThat(spread.mean()).isCloseTo(0.8, within(1e-12));
    assertThat(spread.deviation()).isCloseTo(0.2, within(1e-12));
    assertThat(spread.lowest()).isEqualTo(0.6);
    assertThat(spread.highest()).isEqualTo(1);
  }

  @Test
  void oneSeedDoesNotSpread() {
    assertThat(SeedSpread.of(List.of(seed(1, 6)))).isEqualTo(new SeedSpread(0.6, 0, 0.6, 0.6));
  }

  private static SeedAccuracy seed(long seed, int hits) {
    return new SeedAccuracy(seed, 1, Rate.of(hits, 10));
  }
}
