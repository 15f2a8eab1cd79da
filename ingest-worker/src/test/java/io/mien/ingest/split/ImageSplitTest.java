package io.mien.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageSplitTest {

  private static final SplitPolicy POLICY = new SplitPolicy(0.1, 0.1, 1, SplitUnit.IMAGE);

  private final List<String> pictures =
      new ArrayList<>(IntStream.range(0, 2100).mapToObj("picture-%04d"::formatted).toList());

  @Test
  void theReportsSharesGiveItsNumbers() {
    Map<String, Split> parts = ImageSplit.of(pictures, POLICY);

    assertThat(parts).hasSize(2100);
    assertThat(Collections.frequency(parts.values(), Split.TRAIN)).isEqualTo(1680);
    assertThat(Collections.frequency(parts.values(), Split.VALIDATION)).isEqualTo(210);
    assertThat(Collections.frequency(parts.values(), Split.TEST)).isEqualTo(210);
  }

  @Test
  void dependsOnTheSeedAndNotOnTheOrder() {
    Map<String, Split> parts = ImageSplit.of(pictures, POLICY);
    Collections.reverse(pictures);

    assertThat(ImageSplit.of(pictures, POLICY)).isEqualTo(parts);
    assertThat(ImageSplit.of(pictures, new SplitPolicy(0.1, 0.1, 2, SplitUnit.IMAGE)))
        .isNotEqualTo(parts);
  }
}
