package io.mien.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SynthesisScreenTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final SynthesisScreen screen =
      new SynthesisScreen(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void showsItemsRateAndTimeToGo() {
    SynthesisView.Items items = new SynthesisView.Items(1000L, 240, 0, 10, 750L, 1680);

    screen.show(view(SynthesisView.State.RUNNING, items, 150L));

    assertThat(text()).contains("25% 250/1000 items 5.0/s ETA 2:30 · synthesise · 10 failed");
  }

  @Test
  void saysOnceThatItemsAreNotCountedYet() {
    SynthesisView.Items items = new SynthesisView.Items(null, 0, 0, 0, null, 0);

    screen.show(view(SynthesisView.State.RUNNING, items, null));
    screen.show(view(SynthesisView.State.RUNNING, items, null));

    assertThat(text()).isEqualTo("Reading the items of faces" + System.lineSeparator());
  }

  @Test
  void whatRestsSaysSo() {
    SynthesisView.Items items = new SynthesisView.Items(4L, 2, 0, 0, 2L, 2);

    screen.show(view(SynthesisView.State.PAUSED, items, null));

    assertThat(text()).contains("50% 2/4 items · paused");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static SynthesisView view(
      SynthesisView.State state, SynthesisView.Items items, @Nullable Long eta) {
    UUID id = new UUID(0, 1);
    return new SynthesisView(
        new RunId(id),
        "faces",
        state,
        new CheckpointId(id),
        items,
        eta,
        null,
        Instant.EPOCH,
        null,
        "/r",
        "/e",
        "/a",
        null);
  }
}
