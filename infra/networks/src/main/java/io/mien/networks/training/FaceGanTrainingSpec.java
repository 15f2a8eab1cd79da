package io.mien.networks.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.networks.checkpoint.CheckpointJson;
import io.mien.networks.dcgan.CriticConstraint;
import io.mien.networks.dcgan.CriticNorm;
import io.mien.networks.dcgan.CriticSchedule;
import io.mien.networks.dcgan.DcGanSpec;
import io.mien.networks.dcgan.Objective;
import io.mien.networks.optimizer.Schedule;

/**
 * Everything that determines the training of a face generator, beside the images.
 *
 * @param imageSize side of the square images in pixels: a power of two from 32
 * @param batchSize at least 2, or batch statistics would say nothing
 * @param iterations critic steps; the generator's fall between them as the critic's schedule says
 * @param averageImages images over which the generator's moving average forgets half (10,000 is
 *     usual); the average is what a checkpoint offers. 0 for none
 * @param seed of everything random: start, order, augmentation, noise, penalty, samples
 */
public record FaceGanTrainingSpec(
    int imageSize,
    int batchSize,
    long iterations,
    DcGanSpec network,
    Objective objective,
    CriticConstraint constraint,
    CriticSchedule criticSchedule,
    GanOptimizer generatorOptimizer,
    GanOptimizer criticOptimizer,
    Schedule schedule,
    double averageImages,
    Augmentation augmentation,
    long seed) {
  private static final int SIZE = 64;
  private static final int BATCH = 64;

  public FaceGanTrainingSpec {
    DcGanSpec.levels(imageSize);
    constraint.verify(network.criticNorm());
    if (batchSize < 2 || iterations < 1 || !(averageImages >= 0)) {
      throw new IllegalArgumentException(
          "A face generator needs a batch of at least 2, iterations >= 1 and averageImages >= 0; found %d, %d, %s."
              .formatted(batchSize, iterations, averageImages));
    }
  }

  /** DCGAN as published: 64 pixels, batches of 64, Adam(2e-4, 0.5, 0.999), cross-entropy. */
  public static FaceGanTrainingSpec dcgan() {
    return of(
        CriticNorm.BATCH,
        Objective.NON_SATURATING,
        CriticConstraint.none(),
        CriticSchedule.constant(1),
        GanOptimizer.adam(2e-4, 0.5, 0.999));
  }

  /** WGAN as published: clipping to 0.01, RMSprop(5e-5), its critic schedule. */
  public static FaceGanTrainingSpec wgan() {
    return of(
        CriticNorm.BATCH,
        Objective.WASSERSTEIN,
        CriticConstraint.clipping(0.01),
        CriticSchedule.wgan(),
        GanOptimizer.rmsProp(5e-5, 0.99));
  }

  /** WGAN-GP as published: λ 10, Adam(1e-4, 0, 0.9), five critic steps, no normalisation there. */
  public static FaceGanTrainingSpec wganGp() {
    return of(
        CriticNorm.NONE,
        Objective.WASSERSTEIN,
        CriticConstraint.gradientPenalty(10),
        CriticSchedule.constant(5),
        GanOptimizer.adam(1e-4, 0, 0.9));
  }

  /** DCGAN's game held smooth by lazy R1, without normalisation in the critic. */
  public static FaceGanTrainingSpec r1() {
    return of(
        CriticNorm.NONE,
        Objective.NON_SATURATING,
        CriticConstraint.r1(SIZE, BATCH),
        CriticSchedule.constant(1),
        GanOptimizer.adam(2e-4, 0.5, 0.999));
  }

  private static FaceGanTrainingSpec of(
      CriticNorm norm,
      Objective objective,
      CriticConstraint constraint,
      CriticSchedule criticSchedule,
      GanOptimizer optimizer) {
    return new FaceGanTrainingSpec(
        SIZE,
        BATCH,
        50_000,
        new DcGanSpec(100, 64, 64, norm),
        objective,
        constraint,
        criticSchedule,
        optimizer,
        optimizer,
        Schedule.constant(),
        10_000,
        Augmentation.flipOnly(),
        1);
  }

  /** This specification with some fields, at any depth, replaced. */
  public FaceGanTrainingSpec with(JsonNode changes) {
    return CheckpointJson.override(this, changes, FaceGanTrainingSpec.class);
  }

  /** Decay of the moving average per generator step: 0.5^(batch / averageImages); 0 for none. */
  double averageDecay() {
    return averageImages == 0 ? 0 : Math.pow(0.5, batchSize / averageImages);
  }
}
