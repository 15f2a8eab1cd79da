package io.mien.networks.training;

import io.mien.networks.calibration.Calibration;
import io.mien.networks.label.LabelGroup;
import java.util.Arrays;
import java.util.List;

/**
 * What the kept network can do on the validation images. They chose it and its temperature, so
 * figures on them are somewhat kind; a test set tells the rest.
 *
 * @param truth index of the label of every image
 * @param predicted index of the label that the network takes for it
 * @param seeds the chosen epoch of every seed, in the order of training
 * @param kept the one among them that the checkpoint holds
 */
public record ClassifierAssessment(
    LabelGroup labels,
    List<Integer> truth,
    List<Integer> predicted,
    Calibration calibration,
    List<EpochScore> seeds,
    EpochScore kept) {
  public ClassifierAssessment {
    truth = List.copyOf(truth);
    predicted = List.copyOf(predicted);
    seeds = List.copyOf(seeds);
  }

  /** Counts, rows truth, columns prediction: the square of the labels, which may be many. */
  public List<List<Integer>> confusion() {
    int[][] counts = new int[labels.size()][labels.size()];
    for (int i = 0; i < truth.size(); i++) {
      counts[truth.get(i)][predicted.get(i)]++;
    }
    return Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
