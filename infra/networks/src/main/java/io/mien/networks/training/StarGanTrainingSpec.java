package io.mien.networks.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.networks.augmentation.DifferentiableAugmentation;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.optimizer.AdamSpec;
import io.mien.networks.optimizer.Schedule;
import io.mien.networks.optimizer.ScheduleKind;
import io.mien.networks.stargan.CriticSpec;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.LossWeights;
import io.mien.networks.stargan.PairedWeights;
import io.mien.networks.stargan.ReconstructionCriticSpec;
import io.mien.networks.stargan.StarGanObjective;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Everything that determines a StarGAN training, beside the images.
 *
 * @param imageSize side of the square images in pixels: a multiple of 4 and of 2^critic layers
 * @param iterations adversarial iterations, with a step of the critic, of the generator, or both;
 *     of several sets, each on the next one's images
 * @param epochs passes over the images instead of a number of iterations; 0 where that counts
 * @param microBatches equal parts of the batch that are in memory one after the other: up to
 *     rounding the same step (but for feature matching, whose scale is each part's own) for less
 *     memory and, for a generator step after a critic step, one more forward pass
 * @param criticSteps critic steps for each generator step (5 in the paper), counted for each set
 * @param generatorSteps generator steps for each critic step, where that is 1 (1 in the paper);
 *     more make the critic an occasional guest beside paired losses, which need none
 * @param reconstructionCritic a further critic that tells images from their reconstructions
 * @param criticAugmentation of what the critic sees, real and generated alike
 * @param conditionalRate factor of the learning rate for tables of conditional normalisation
 * @param averageDecay decay of the generator's moving average, which is what a checkpoint offers
 *     for synthesis; 0 for none
 * @param divergence when the training is stopped because it has gone astray
 * @param seed of everything random: start, order, augmentation, targets, penalty
 */
public record StarGanTrainingSpec(
    int imageSize,
    int batchSize,
    int microBatches,
    long iterations,
    int epochs,
    int criticSteps,
    int generatorSteps,
    GeneratorSpec generator,
    CriticSpec critic,
    LossWeights losses,
    PairedWeights paired,
    ReconstructionCriticSpec reconstructionCritic,
    AdamSpec generatorAdam,
    AdamSpec criticAdam,
    Schedule schedule,
    double conditionalRate,
    double averageDecay,
    TargetChoice targets,
    Augmentation augmentation,
    DifferentiableAugmentation criticAugmentation,
    CriticWarmup warmup,
    DivergenceLimits divergence,
    long seed) {
  public StarGanTrainingSpec {
    if (batchSize < 1 || iterations < 1 || epochs < 0) {
      throw new IllegalArgumentException(
          "Batch size and iterations must be at least 1, epochs at least 0; found %d, %d and %d."
              .formatted(batchSize, iterations, epochs));
    }
    if (microBatches < 1 || batchSize % microBatches != 0) {
      throw new IllegalArgumentException(
          "A batch of %d does not come in %d equal parts: choose a divisor."
              .formatted(batchSize, microBatches));
    }
    if (Math.min(criticSteps, generatorSteps) != 1 || Math.max(criticSteps, generatorSteps) < 1) {
      throw new IllegalArgumentException(
          "Of critic steps and generator steps one must be 1 and the other at least 1; found %d and %d."
              .formatted(criticSteps, generatorSteps));
    }
    if (imageSize < 8 || imageSize % 4 != 0) {
      throw new IllegalArgumentException(
          "The image size must be a multiple of 4 and at least 8, found " + imageSize + ".");
    }
    critic.lastSize(imageSize);
    var unused = new StarGanObjective(losses, paired, criticAugmentation);
    if (!(averageDecay >= 0 && averageDecay < 1 && conditionalRate > 0)) {
      throw new IllegalArgumentException(
          "The average's decay must lie in [0, 1) and the conditional rate be positive; found %s, %s."
              .formatted(averageDecay, conditionalRate));
    }
  }

  /** The paper's training at 128 pixels, 200,000 iterations. */
  public static StarGanTrainingSpec faithful() {
    return new StarGanTrainingSpec(
        128,
        16,
        1,
        200_000,
        0,
        5,
        1,
        GeneratorSpec.faithful(64, 6),
        CriticSpec.faithful(64, 6),
        LossWeights.faithful(),
        PairedWeights.none(),
        ReconstructionCriticSpec.none(),
        AdamSpec.of(1e-4, 0.5, 0.999),
        AdamSpec.of(1e-4, 0.5, 0.999),
        new Schedule(ScheduleKind.LINEAR, 0.5, 0),
        1,
        0.999,
        TargetChoice.PERMUTED,
        Augmentation.flipOnly(),
        DifferentiableAugmentation.none(),
        CriticWarmup.none(),
        DivergenceLimits.lenient(),
        1);
  }

  /**
   * How a checkpoint was trained. What a checkpoint from before a field existed does not say is as
   * in the paper.
   */
  public static StarGanTrainingSpec of(CheckpointDirectory checkpoint) {
    return faithful().with(checkpoint.training(JsonNode.class));
  }

  /** This specification with some fields, at any depth, replaced. */
  public StarGanTrainingSpec with(JsonNode changes) {
    return CheckpointJson.override(this, changes, StarGanTrainingSpec.class);
  }

  /** What both networks strive for. */
  StarGanObjective objective() {
    return new StarGanObjective(losses, paired, criticAugmentation);
  }

  /**
   * This specification with epochs turned into iterations; the last, partial batch of an epoch is
   * left out. Sets that take turns go on for as many epochs of the largest; smaller ones begin anew
   * meanwhile.
   *
   * @param images size of each training set
   */
  public StarGanTrainingSpec over(int... images) {
    if (epochs == 0) {
      return this;
    }
    int largest = IntStream.of(images).max().orElseThrow();
    long counted = Math.max(1, (long) epochs * (largest / batchSize) * images.length);
    return with(CheckpointJson.tree(Map.of("iterations", counted, "epochs", 0)));
  }

  /** Whose turn an adversarial iteration is. */
  enum Turn {
    CRITIC,
    GENERATOR,
    BOTH
  }

  /** Turn of an adversarial iteration, counted from 0. */
  Turn turn(long iteration) {
    if ((iteration + 1) % criticSteps != 0) {
      return Turn.CRITIC;
    }
    return iteration % generatorSteps == 0 ? Turn.BOTH : Turn.GENERATOR;
  }

  /** Warm-up and adversarial iterations. */
  public long totalIterations() {
    return warmup.iterations() + iterations;
  }
}
