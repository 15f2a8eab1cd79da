package io.mien.networks.training;

import ai.djl.ndarray.NDManager;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.resnet.ResNet;
import java.util.List;
import java.util.stream.IntStream;

/** Images that a network does not learn from, to see what it has learned. */
final class Validation {
  private final ImageSet images;
  private final List<RgbImage> pictures;
  private final int[] truth;

  Validation(ImageSet images) {
    this.images = images;
    this.pictures = IntStream.range(0, images.size()).mapToObj(i -> images.get(i).image()).toList();
    this.truth = IntStream.range(0, images.size()).map(i -> images.get(i).label()).toArray();
  }

  int[] truth() {
    return truth.clone();
  }

  /** Logits (images x labels) of the network as it is, with running statistics. */
  float[][] logits(ResNet network, NDManager manager) {
    try (ExpressionClassifier classifier =
        ExpressionClassifier.over(network, images.labels(), images.imageSize(), manager)) {
      return classifier.logits(pictures);
    }
  }

  EpochScore score(ResNet network, NDManager manager, long seed, int epoch) {
    float[][] logits = logits(network, manager);
    int hits = 0;
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      hits += ExpressionClassifier.best(logits[i]) == truth[i] ? 1 : 0;
      loss -= logProbability(logits[i], truth[i]);
    }
    return new EpochScore(seed, epoch, hits, logits.length, loss / logits.length);
  }

  private static double logProbability(float[] logits, int label) {
    double largest = logits[ExpressionClassifier.best(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return logits[label] - largest - Math.log(sum);
  }
}
