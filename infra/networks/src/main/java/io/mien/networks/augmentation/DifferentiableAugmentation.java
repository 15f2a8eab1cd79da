package io.mien.networks.augmentation;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mien.networks.random.PartRandom;
import java.util.List;

/**
 * Augmentation of real and generated images alike, in front of the critic, through which the
 * generator's gradient passes (Zhao et al. 2020, arXiv 2006.10738): the critic of a small dataset
 * cannot learn it by heart, and the generator does not learn to draw the augmentation.
 *
 * @param policies what is changed, in this order; empty for nothing
 */
public record DifferentiableAugmentation(@JsonValue List<AugmentationPolicy> policies) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DifferentiableAugmentation {
    policies = List.copyOf(policies);
    if (policies.stream().distinct().count() < policies.size()) {
      throw new IllegalArgumentException(
          "Each policy of augmentation is named once; found " + policies + ".");
    }
  }

  public static DifferentiableAugmentation none() {
    return new DifferentiableAugmentation(List.of());
  }

  public boolean used() {
    return !policies.isEmpty();
  }

  /**
   * The images changed at random, each in its own way; differentiable in them.
   *
   * @param images (N, 3, S, S) in [-1, 1]
   * @param random decides everything: the same sequence changes images in the same way, also when
   *     they come as a part of a larger batch
   * @return (N, 3, S, S), a little beyond [-1, 1] where colours change, or {@code images} itself
   *     where nothing is changed; in the manager of {@code images}, which closes it and all between
   */
  public NDArray apply(NDArray images, PartRandom random) {
    NDArray changed = images;
    for (AugmentationPolicy policy : policies) {
      changed =
          switch (policy) {
            case COLOR -> ColorChange.apply(changed, random);
            case TRANSLATION -> Translation.apply(changed, random);
            case CUTOUT -> Cutout.apply(changed, random);
          };
    }
    return changed;
  }
}
