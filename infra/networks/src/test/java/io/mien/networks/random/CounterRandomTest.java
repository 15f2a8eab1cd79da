package io.mien.networks.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
  @Test
  void seedStreamAndStepDecideEverything() {
    // Given
    long first = CounterRandom.of(1, "order", 5).nextLong();
    // Then: the constant pins the sequence for ever, or old checkpoints would resume differently
    assertThat(CounterRandom.of(1, "order", 5).nextLong()).isEqualTo(first);
    assertThat(first).isNotEqualTo(CounterRandom.of(2, "order", 5).nextLong());
    assertThat(first).isNotEqualTo(CounterRandom.of(1, "alpha", 5).nextLong());
    assertThat(first).isNotEqualTo(CounterRandom.of(1, "order", 6).nextLong());
  }

  @Test
  void uniformAndNormalHaveTheirMoments() {
    // Given
    CounterRandom random = CounterRandom.of(3, "moments", 0);
    // When
    double[] uniform = IntStream.range(0, 100_000).mapToDouble(i -> random.nextFloat()).toArray();
    double[] normal = IntStream.range(0, 100_000).mapToDouble(i -> random.nextGaussian()).toArray();
    // Then
    assertThat(Arrays.stream(uniform).average().orElseThrow()).isCloseTo(0.5, within(0.005));
    assertThat(Arrays.stream(normal).average().orElseThrow()).isCloseTo(0, within(0.015));
    assertThat(Arrays.stream(normal).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.02));
  }

  @Test
  void permutationHoldsEveryNumberOnce() {
    // When
    int[] order = CounterRandom.of(1, "p", 0).permutation(100);
    // Then
    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
    assertThat(order).isNotEqualTo(IntStream.range(0, 100).toArray());
  }
}
