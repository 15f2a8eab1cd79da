package io.mien.eval.measure;

import io.mien.contracts.result.Rate;
import java.util.ArrayList;
import java.util.List;

/** Counts of (wanted, predicted) pairs over a fixed list of labels. Not thread-safe. */
public final class ConfusionMatrix {

  private final List<String> labels;
  private final int[][] counts;

  public ConfusionMatrix(List<String> labels) {
    this.labels = List.copyOf(labels);
    this.counts = new int[labels.size()][labels.size()];
  }

  /**
   * @param wanted index of the true or target label
   * @param predicted index of the judge's label
   */
  public void add(int wanted, int predicted) {
    counts[wanted][predicted]++;
  }

  /** Share on the diagonal. */
  public Rate accuracy() {
    int hits = 0;
    int total = 0;
    for (int row = 0; row < counts.length; row++) {
      hits += counts[row][row];
      total += rowTotal(row);
    }
    return Rate.of(hits, total);
  }

  /** Share on the diagonal of one row. */
  public Rate recall(int row) {
    return Rate.of(counts[row][row], rowTotal(row));
  }

  public List<String> labels() {
    return labels;
  }

  /** Rows wanted, columns predicted. */
  public List<List<Integer>> rows() {
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : counts) {
      rows.add(java.util.Arrays.stream(row).boxed().toList());
    }
    return rows;
  }

  private int rowTotal(int row) {
    return java.util.Arrays.stream(counts[row]).sum();
  }
}
