package io.mien.networks.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.LabelGroup;
import java.util.Arrays;
import java.util.Map;

/**
 * How much a label counts in the loss.
 *
 * @param values weights by label for {@link Kind#EXPLICIT}; labels that are not named weigh 1
 */
public record ClassWeights(Kind kind, Map<String, Double> values) {
  /** Where the weights come from. */
  public enum Kind {
    @JsonProperty("none")
    NONE,
    /** Images / (labels that occur x images of the label): every label counts the same in total. */
    @JsonProperty("inverse-frequency")
    INVERSE_FREQUENCY,
    @JsonProperty("explicit")
    EXPLICIT
  }

  public ClassWeights {
    values = values == null ? Map.of() : Map.copyOf(values);
    if (kind != Kind.EXPLICIT && !values.isEmpty()) {
      throw new IllegalArgumentException(
          "Class weights %s are given, but the kind is %s: use the kind 'explicit'."
              .formatted(values, kind));
    }
    values.forEach(
        (label, weight) -> {
          if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "The weight of label '%s' must be positive, not %s.".formatted(label, weight));
          }
        });
  }

  public static ClassWeights none() {
    return new ClassWeights(Kind.NONE, Map.of());
  }

  /**
   * The weights in the labels' order.
   *
   * @throws IllegalArgumentException when a label is unknown
   */
  double[] of(ImageSet images) {
    return switch (kind) {
      case NONE -> ones(images.labels().size());
      case INVERSE_FREQUENCY -> inverse(images);
      case EXPLICIT -> explicit(images.labels());
    };
  }

  private static double[] inverse(ImageSet images) {
    int[] counts = new int[images.labels().size()];
    for (int i = 0; i < images.size(); i++) {
      counts[images.get(i).label()]++;
    }
    double[] weights = ones(counts.length);
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] > 0) {
        weights[label] = (double) images.size() / (images.distinctLabels() * counts[label]);
      }
    }
    return weights;
  }

  private double[] explicit(LabelGroup labels) {
    double[] weights = ones(labels.size());
    values.forEach((label, weight) -> weights[labels.index(label)] = weight);
    return weights;
  }

  private static double[] ones(int labels) {
    double[] weights = new double[labels];
    Arrays.fill(weights, 1);
    return weights;
  }
}
