package io.mien.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.LabelBalance;
import io.mien.contracts.dataset.LabelBalance.Appearance;
import io.mien.contracts.dataset.LabelBalance.Association;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BalanceTableTest {

  @Test
  void tableShowsLooksAndAssociations() {
    LabelBalance balance =
        new LabelBalance(
            List.of(new Association("session", 0.4567, 2, 12)),
            Map.of("happy", new Appearance(7, 99.5, 0.25), "sad", new Appearance(5, 80, null)));

    assertThat(printed(balance))
        .containsSubsequence(
            "EXPRESSION",
            "happy",
            "7",
            "99.5",
            "0.25",
            "sad",
            "5",
            "80.0",
            "-",
            "session",
            "0.457");
  }

  @Test
  void whatWasNotMeasuredIsNotShown() {
    assertThat(printed(null)).isEmpty();
  }

  private static String printed(@Nullable LabelBalance balance) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BalanceTable.print(balance, new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }
}
