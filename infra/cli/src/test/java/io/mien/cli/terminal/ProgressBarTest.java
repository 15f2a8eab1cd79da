package io.mien.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.event.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  @Test
  void showsBarShareRateAndTimeToGo() {
    String bar = ProgressBar.of(new Progress("train StarGAN", "iterations", 500, 2000, 10));

    assertThat(bar)
        .startsWith("██████░░░░░░░░░░░░░░░░░░")
        .contains(" 25% ", "500/2000 iterations", "10.0/s", "ETA 2:30", "train StarGAN");
  }

  @Test
  void ofAnUnknownTotalShowsWhatIsDone() {
    assertThat(ProgressBar.of(new Progress("list files", "files", 12, 0, 0)))
        .isEqualTo("list files 12 files");
  }

  @Test
  void neverShowsMoreThanAll() {
    assertThat(ProgressBar.of(new Progress("x", "y", 30, 20, 1)))
        .contains("100%")
        .doesNotContain("░");
  }

  @Test
  void hoursAppearOnlyWhenThereAreAny() {
    assertThat(ProgressBar.clock(Duration.ofSeconds(59))).isEqualTo("0:59");
    assertThat(ProgressBar.clock(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
  }
}
