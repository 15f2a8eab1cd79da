package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.SplitLeak;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trained classifier can do on the validation part, which chose its epoch, its seed and its
 * temperature: the figures are somewhat kind, the evaluation's test part is not. One of people is
 * validated on pictures of its training part that it has not learned from: its accuracy is that on
 * new pictures of people whom it knows, and {@code verification} tells of others.
 *
 * @param labels order of the confusion matrix; none of people, who are many
 * @param confusion rows truth, columns prediction, counts; empty of people
 * @param recall share of each label's images that is classified rightly; empty of people
 * @param seeds the chosen epoch of every seed, in the order of training
 * @param spread of the accuracy over the seeds
 * @param leak set when the split was one of images: the figures are then inflated
 * @param verification of people who were never seen; absent of other labels, and where the
 *     validation part has too few such people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassifierMeasures(
    List<String> labels,
    Rate accuracy,
    List<List<Integer>> confusion,
    Map<String, Rate> recall,
    Calibration calibration,
    List<SeedAccuracy> seeds,
    SeedSpread spread,
    @Nullable SplitLeak leak,
    @Nullable Verification verification) {

  public ClassifierMeasures {
    labels = List.copyOf(labels);
    confusion = confusion.stream().map(List::copyOf).toList();
    recall = Map.copyOf(recall);
    seeds = List.copyOf(seeds);
  }

  /** Without a verification. */
  public ClassifierMeasures(
      List<String> labels,
      Rate accuracy,
      List<List<Integer>> confusion,
      Map<String, Rate> recall,
      Calibration calibration,
      List<SeedAccuracy> seeds,
      SeedSpread spread,
      @Nullable SplitLeak leak) {
    this(labels, accuracy, confusion, recall, calibration, seeds, spread, leak, null);
  }

  /** The same classifier on people whom it has never seen. */
  public ClassifierMeasures with(@Nullable Verification found) {
    return new ClassifierMeasures(
        labels, accuracy, confusion, recall, calibration, seeds, spread, leak, found);
  }

  /**
   * Expected calibration error before and after temperature scaling.
   *
   * @param temperature that the checkpoint's logits are divided by
   * @param bins of equal width
   * @param images that the temperature was fitted on and the errors measured on
   */
  public record Calibration(
      double temperature, double errorBefore, double errorAfter, int bins, int images) {}

  /** One seed's training. */
  public record SeedAccuracy(long seed, int epoch, Rate accuracy) {}

  /**
   * Over the seeds.
   *
   * @param deviation sample standard deviation, 0 of one seed
   */
  public record SeedSpread(double mean, double deviation, double lowest, double highest) {

    public static SeedSpread of(List<SeedAccuracy> seeds) {
      double[] values = seeds.stream().mapToDouble(seed -> seed.accuracy().value()).toArray();
      double mean = Arrays.stream(values).average().orElse(0);
      double squares = 0;
      double lowest = 1;
      double highest = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
      double deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
      return new SeedSpread(mean, deviation, lowest, highest);
    }
  }
}
