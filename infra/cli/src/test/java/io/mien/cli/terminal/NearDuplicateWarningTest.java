package io.mien.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.NearDuplicates;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearDuplicateWarningTest {

  @Test
  void namesPairsThatMayLeak() {
    NearDuplicates.Pair pair = new NearDuplicates.Pair("a/1.png", "b/2.png", 3);

    assertThat(printed(new NearDuplicates(4, 12, 2, 1, List.of(pair))))
        .contains(
            "12 pairs of crops look nearly the same, 2 of them of different subjects.",
            "WARNING: 1 pairs of different subjects are in different parts",
            "  a/1.png and b/2.png (3 of 64 bits differ)");
  }

  @Test
  void pairsOfOnePartAreNoWarning() {
    assertThat(printed(new NearDuplicates(4, 12, 2, 0, List.of())))
        .contains("12 pairs")
        .doesNotContain("WARNING");
  }

  @Test
  void saysNothingWithoutPairs() {
    assertThat(printed(null)).isEmpty();
    assertThat(printed(new NearDuplicates(4, 0, 0, 0, List.of()))).isEmpty();
  }

  private static String printed(@Nullable NearDuplicates near) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NearDuplicateWarning.print(near, new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }
}
