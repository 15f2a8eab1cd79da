package io.mien.store.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContingencyTableTest {

  private static final String[] LABELS = {"happy", "sad", "angry"};

  @Test
  void columnThatTellsTheLabelIsOneAndOneThatTellsNothingZero() {
    assertThat(cramersV(new int[][] {{30, 0}, {0, 20}})).isCloseTo(1, within(1e-9));
    assertThat(cramersV(new int[][] {{30, 20}, {15, 10}})).isZero();
  }

  /** By the formulas of Bergsma 2013, in Python. */
  @Test
  void smallSamplesAreCorrected() {
    assertThat(cramersV(new int[][] {{10, 20}, {30, 5}})).isCloseTo(0.52611326, within(1e-6));
    assertThat(cramersV(new int[][] {{12, 3, 5}, {4, 9, 7}})).isCloseTo(0.36813899, within(1e-6));
  }

  @Test
  void thereIsNoMeasureOfOneValueOneLabelOrTooManyValues() {
    ContingencyTable one = new ContingencyTable(50);
    ContingencyTable many = new ContingencyTable(3);
    for (int i = 0; i < 8; i++) {
      one.count("lab", LABELS[i % 2]);
      many.count("frame " + i, LABELS[i % 2]);
    }

    assertThat(one.cramersV()).isEmpty();
    assertThat(many.cramersV()).isEmpty();
    assertThat(new ContingencyTable(3).cramersV()).isEmpty();
  }

  private static double cramersV(int[][] counts) {
    ContingencyTable table = new ContingencyTable(50);
    for (int value = 0; value < counts.length; value++) {
      for (int label = 0; label < counts[value].length; label++) {
        for (int i = 0; i < counts[value][label]; i++) {
          table.count("value " + value, LABELS[label]);
        }
      }
    }
    return table.cramersV().orElseThrow();
  }
}
