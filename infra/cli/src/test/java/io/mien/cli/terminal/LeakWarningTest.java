package io.mien.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.result.Rate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeakWarningTest {

  @Test
  void saysHowManyTestImagesShowPeopleOfTheTraining() {
    assertThat(printed(new SplitLeak(Rate.of(209, 210), Rate.of(200, 210))))
        .contains("this split leaks", "99.5 % of the test images (209 of 210)");
  }

  @Test
  void saysNothingOfASplitThatKeepsPeopleApart() {
    assertThat(printed(null)).isEmpty();
  }

  private static String printed(@Nullable SplitLeak leak) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LeakWarning.print(leak, new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }
}
