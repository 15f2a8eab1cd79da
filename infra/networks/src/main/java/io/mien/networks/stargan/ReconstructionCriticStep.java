package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import io.mien.networks.layer.Scale;
import io.mien.networks.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** The step of the critic of reconstructions, in WGAN-GP's form; built like {@link CriticStep}. */
final class ReconstructionCriticStep {
  private final ReconstructionCritic critic;
  private final Optimizer optimizer;
  private final List<ReconstructionCriticLosses> losses = new ArrayList<>();

  ReconstructionCriticStep(ReconstructionCritic critic, Optimizer optimizer) {
    this.critic = critic;
    this.optimizer = optimizer;
  }

  void start() {
    critic.parameters().startStep();
    losses.clear();
  }

  /**
   * Computes the losses and adds their gradients. Real and cycled images pass as one batch.
   *
   * @param parts how many batches the step is made of
   */
  void learn(Translation made, int parts) {
    StarGanBatch batch = made.batch();
    NDArray x = batch.images();
    long n = x.getShape().get(0);
    try (NDArray still = Autograd.detached(made.cycled());
        NDArray images = critic.shown(x, x).concat(critic.shown(x, still));
        NDArray realness = critic.realness(images);
        NDArray real = CriticStep.half(realness, 0, n).mean().neg();
        NDArray cycled = CriticStep.half(realness, n, n).mean();
        NDArray between = CriticStep.between(x, still, batch.alpha());
        NDArray penalty = critic.penalty(critic.shown(x, between));
        NDArray total = real.add(cycled).add(Scale.by(penalty, critic.spec().gradientPenalty()))) {
      CriticStep.backward(total, parts);
      losses.add(
          new ReconstructionCriticLosses(
              real.getFloat(), cycled.getFloat(), penalty.getFloat(), total.getFloat(), 0));
    }
  }

  /** Lets the critic follow its gradients. */
  ReconstructionCriticLosses end(double rate) {
    double norm = critic.parameters().gradientNorm();
    optimizer.update(rate);
    return ReconstructionCriticLosses.mean(losses, norm);
  }
}
