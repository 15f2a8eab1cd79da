package io.mien.networks.training;

import io.mien.networks.calibration.Calibration;
import io.mien.networks.label.LabelGroup;
import java.util.Arrays;
import java.util.List;

/**
 * What the kept network can do on the validation images. They chose it and its temperature, so
 * figures on them are somewhat kind; a test set tells the rest.
 *
 * @param confusion counts, rows truth, columns prediction
 * @param seeds the chosen epoch of every seed, in the order of training
 * @param kept the one among them that the checkpoint holds
 */
public record ClassifierAssessment(
    LabelGroup labels,
    List<List<Integer>> confusion,
    Calibration calibration,
    List<EpochScore> seeds,
    EpochScore kept) {
  public ClassifierAssessment {
    confusion = confusion.stream().map(List::copyOf).toList();
    seeds = List.copyOf(seeds);
  }

  static List<List<Integer>> count(int labels, int[] truth, int[] predicted) {
    int[][] counts = new int[labels][labels];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i]][predicted[i]]++;
    }
    return Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
