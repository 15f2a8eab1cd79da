package io.mien.networks.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.networks.random.CounterRandom;

/** Which label an image is to get in training. */
public enum TargetChoice {
  /** A permutation of the batch's own labels, the reference's. */
  @JsonProperty("permuted")
  PERMUTED,
  /** Any label, each as likely. */
  @JsonProperty("uniform")
  UNIFORM,
  /** Any label but the image's own, each as likely. */
  @JsonProperty("other")
  OTHER;

  int[] choose(int[] originals, int labels, CounterRandom random) {
    int[] targets = new int[originals.length];
    int[] order = random.permutation(originals.length);
    for (int i = 0; i < targets.length; i++) {
      targets[i] =
          switch (this) {
            case PERMUTED -> originals[order[i]];
            case UNIFORM -> random.nextInt(labels);
            case OTHER -> (originals[i] + 1 + random.nextInt(labels - 1)) % labels;
          };
    }
    return targets;
  }
}
