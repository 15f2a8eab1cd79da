package io.mien.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

  /** The moment of the example in RFC 9562, appendix A.6. */
  private static final Instant EXAMPLE = Instant.parse("2022-02-22T19:22:22.000Z");

  @Test
  void versionVariantAndTimeAreThoseOfTheRfc() {
    UUID id = at(EXAMPLE).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.toString()).startsWith("017f22e2-79b0-7");
  }

  @Test
  void laterIdsSortAfterEarlierOnes() {
    String earlier = at(EXAMPLE).next().toString();
    String later = at(EXAMPLE.plusMillis(1)).next().toString();

    assertThat(later).isGreaterThan(earlier);
  }

  @Test
  void idsOfOneMillisecondDiffer() {
    Uuid7 ids = at(EXAMPLE);

    assertThat(Stream.generate(ids::next).limit(10_000)).doesNotHaveDuplicates();
  }

  private static Uuid7 at(Instant now) {
    return new Uuid7(Clock.fixed(now, ZoneOffset.UTC), new Random(42));
  }
}
