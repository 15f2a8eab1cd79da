package io.mien.networks.dcgan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.layer.Overwrite;
import io.mien.networks.layer.Scale;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.parameter.Parameters;

/**
 * The two steps that alternate. All intermediates live in the manager of the step's inputs; the
 * caller closes it.
 */
public final class DcGanIteration {
  private final DcGanGenerator generator;
  private final DcGanCritic critic;
  private final Optimizer generatorOptimizer;
  private final Optimizer criticOptimizer;
  private final Objective objective;
  private final CriticConstraint constraint;

  public DcGanIteration(
      DcGanGenerator generator,
      DcGanCritic critic,
      Optimizer generatorOptimizer,
      Optimizer criticOptimizer,
      Objective objective,
      CriticConstraint constraint) {
    constraint.verify(critic.norm());
    this.generator = generator;
    this.critic = critic;
    this.generatorOptimizer = generatorOptimizer;
    this.criticOptimizer = criticOptimizer;
    this.objective = objective;
    this.constraint = constraint;
  }

  /** The critic's step on real images and on freshly generated ones. */
  public CriticLosses criticStep(CriticBatch batch, double rate) {
    try (NDArray fake = silentFake(batch.noise());
        Autograd recording = Autograd.recording()) {
      critic.weights().startStep();
      CriticLosses losses = criticLosses(batch, fake);
      criticOptimizer.update(rate);
      if (constraint.kind() == CriticConstraint.Kind.CLIPPING) {
        clip(critic.weights(), constraint.strength());
      }
      return losses;
    }
  }

  private NDArray silentFake(NDArray noise) {
    try (Autograd silent = Autograd.silent()) {
      return generator.forward(noise, Statistics.BATCH);
    }
  }

  /** Computes losses and gradients. Real and generated images pass one after the other. */
  private CriticLosses criticLosses(CriticBatch batch, NDArray fake) {
    try (NDArray realScores = critic.forward(batch.images());
        NDArray fakeScores = critic.forward(fake);
        NDArray real = objective.real(realScores);
        NDArray generated = objective.fake(fakeScores);
        NDArray penalty = penalty(batch, fake);
        NDArray weighted = Scale.by(penalty, constraint.strength() * constraint.every());
        NDArray game = real.add(generated);
        NDArray total = game.add(weighted)) {
      Autograd.backward(total);
      return new CriticLosses(
          real.getFloat(), generated.getFloat(), penalty.getFloat(), total.getFloat());
    }
  }

  private NDArray penalty(CriticBatch batch, NDArray fake) {
    boolean due = criticOptimizer.steps() % constraint.every() == 0;
    return switch (due ? constraint.kind() : CriticConstraint.Kind.NONE) {
      case NONE, CLIPPING -> fake.getManager().create(0f);
      case GRADIENT_PENALTY -> CriticPenalty.between(critic, batch.images(), fake, batch.alpha());
      case R1 -> CriticPenalty.atReal(critic, batch.images());
    };
  }

  /** DJL's own clip leaves an array for each bound with the weight's manager, for ever. */
  private static void clip(Parameters parameters, double bound) {
    try (Autograd silent = Autograd.silent();
        NDArray most = bound(parameters, bound);
        NDArray least = bound(parameters, -bound)) {
      for (NDArray weight : parameters.asMap().values()) {
        try (NDArray raised = weight.maximum(least);
            NDArray clipped = raised.minimum(most)) {
          Overwrite.with(weight, clipped);
        }
      }
    }
  }

  private static NDArray bound(Parameters parameters, double value) {
    return parameters.manager().full(new Shape(), (float) value, DataType.FLOAT32);
  }

  /**
   * The generator's step.
   *
   * @param noise (N, latent, 1, 1), standard normal
   * @return its loss
   */
  public double generatorStep(NDArray noise, double rate) {
    critic.weights().freeze();
    generator.weights().startStep();
    try (Autograd recording = Autograd.recording();
        NDArray fake = generator.forward(noise, Statistics.BATCH);
        NDArray scores = critic.forward(fake);
        NDArray loss = objective.generator(scores)) {
      Autograd.backward(loss);
      generatorOptimizer.update(rate);
      return loss.getFloat();
    }
  }
}
