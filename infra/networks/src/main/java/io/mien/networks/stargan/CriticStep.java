package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.Autograd;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Scale;
import io.mien.networks.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** The critic's step: {@link #start}, {@link #learn} from every part of the batch, {@link #end}. */
final class CriticStep {
  private final Critic critic;
  private final Optimizer optimizer;
  private final LabelSpace labels;
  private final StarGanObjective objective;
  private final LossWeights weights;
  private final int sets;
  private final List<CriticLosses> losses = new ArrayList<>();

  /**
   * @param sets whose batches take turns
   */
  CriticStep(
      Critic critic, Optimizer optimizer, LabelSpace labels, StarGanObjective objective, int sets) {
    this.critic = critic;
    this.optimizer = optimizer;
    this.labels = labels;
    this.objective = objective;
    this.weights = objective.weights();
    this.sets = sets;
  }

  /** The same step over batches of so many sets by turns. */
  CriticStep of(int turns) {
    return new CriticStep(critic, optimizer, labels, objective, turns);
  }

  void start() {
    critic.parameters().startStep();
    losses.clear();
  }

  /**
   * Computes the losses and adds their gradients. Real and generated images pass as one batch.
   *
   * @param parts how many batches the step is made of
   */
  void learn(Translation made, int parts) {
    StarGanBatch batch = made.batch();
    long n = batch.images().getShape().get(0);
    NDArray still = Autograd.detached(made.fake());
    NDArray seen = objective.augmentation().apply(batch.images(), batch.changes().critic());
    NDArray seenFake = objective.augmentation().apply(still, batch.changes().critic());
    try (still;
        NDArray images = seen.concat(seenFake);
        Judgement judgement = critic.forward(images);
        NDArray real = half(judgement.realness(), 0, n).mean().neg();
        NDArray generated = half(judgement.realness(), n, n).mean();
        NDArray realLogits = half(judgement.logits(), 0, n);
        NDArray classification =
            ClassificationLoss.of(labels, batch.group(), realLogits, batch.original().values());
        NDArray penalty = penalty(seen, seenFake, batch.alpha());
        NDArray total =
            real.add(generated)
                .add(Scale.by(classification, weights.criticClassification()))
                .add(Scale.by(penalty, weights.gradientPenalty() * weights.penaltyEvery()))) {
      backward(total, parts);
      losses.add(
          new CriticLosses(
              real.getFloat(),
              generated.getFloat(),
              classification.getFloat(),
              penalty.getFloat(),
              total.getFloat(),
              0));
    }
  }

  private NDArray penalty(NDArray real, NDArray fake, NDArray alpha) {
    long round = optimizer.steps() / sets; // every set has its penalty
    if (weights.gradientPenalty() == 0 || round % weights.penaltyEvery() != 0) {
      return fake.getManager().create(0f);
    }
    try (NDArray between = between(real, fake, alpha)) {
      return GradientPenalty.at(critic, between, weights.penaltySlope());
    }
  }

  /** Lets the critic follow its gradients. */
  CriticLosses end(double rate) {
    double norm = critic.parameters().gradientNorm();
    optimizer.update(rate);
    return CriticLosses.mean(losses, norm);
  }

  static void backward(NDArray total, int parts) {
    Autograd.backward(parts == 1 ? total : Scale.by(total, 1.0 / parts));
  }

  /** Where the penalty is taken: α·real + (1 − α)·fake. */
  static NDArray between(NDArray real, NDArray fake, NDArray alpha) {
    try (NDArray difference = real.sub(fake);
        NDArray share = difference.mul(alpha)) {
      return fake.add(share);
    }
  }

  static NDArray half(NDArray x, long start, long length) {
    return JniUtils.slice((PtNDArray) x, 0, start, start + length, 1);
  }
}
