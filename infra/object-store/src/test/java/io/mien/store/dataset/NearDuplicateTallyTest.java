package io.mien.store.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.NearDuplicates;
import io.mien.contracts.dataset.Split;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearDuplicateTallyTest {

  private final NearDuplicateTally tally = new NearDuplicateTally();

  @Test
  void pairsOfOnePersonAreCountedButLeakNothing() {
    add("a", "P1", Split.TRAIN, "0f0f0f0f0f0f0f0f");
    add("b", "P1", Split.TRAIN, "0f0f0f0f0f0f0f0e");
    add("c", "P1", Split.TRAIN, "0f0f0f0f0f0f0f0c");

    assertThat(tally.result()).isEqualTo(new NearDuplicates(4, 3, 0, 0, List.of()));
  }

  @Test
  void onePersonUnderTwoNamesInTwoPartsIsNamed() {
    add("a", "P1", Split.TRAIN, "8f0f0f0f0f0f0f0f");
    add("b", "P2", Split.TRAIN, "8f0f0f0f0f0f0f0f");
    add("c", "P3", Split.TEST, "8f0f0f0f0f0f0f0c");
    add("d", "P4", Split.TEST, "70f0f0f0f0f0f0f0");

    NearDuplicates result = tally.result();

    assertThat(result.pairs()).isEqualTo(3);
    assertThat(result.acrossSubjects()).isEqualTo(3);
    assertThat(result.acrossParts()).isEqualTo(2);
    assertThat(result.leaks())
        .containsExactlyInAnyOrder(
            new NearDuplicates.Pair("a.png", "c.png", 2),
            new NearDuplicates.Pair("b.png", "c.png", 2));
  }

  @Test
  void cropsOfEarlierVersionsHaveNoHashAndAreLikeNone() {
    add("a", "P1", Split.TRAIN, null);
    add("b", "P2", Split.TEST, null);

    assertThat(tally.result().pairs()).isZero();
  }

  @Test
  void noMoreThanTwentyAreNamed() {
    for (int i = 0; i < 10; i++) {
      add("train" + i, "A" + i, Split.TRAIN, "0000000000000000");
      add("test" + i, "B" + i, Split.TEST, "0000000000000000");
    }

    assertThat(tally.result().acrossParts()).isEqualTo(100);
    assertThat(tally.result().leaks()).hasSize(20);
  }

  private void add(String key, String subject, Split split, @Nullable String hash) {
    tally.count(
        new CropRecord(
            key,
            "",
            key + ".png",
            subject,
            "happy",
            Map.of(),
            new FaceBox(0, 0, 10, 10, 0),
            new CropQuality(1, 1, 1, 40.0, 100.0, 0.0, hash, null),
            split,
            ""));
  }
}
