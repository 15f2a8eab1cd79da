package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Scale;
import io.mien.networks.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generator's step against critics that stand still; built like {@link CriticStep}. */
final class GeneratorStep {
  private final Generator generator;
  private final Optimizer optimizer;
  private final Critic critic;
  private final @Nullable ReconstructionCritic added;
  private final LabelSpace labels;
  private final StarGanObjective objective;
  private final LossWeights weights;
  private final List<GeneratorLosses> losses = new ArrayList<>();

  GeneratorStep(
      Generator generator,
      Optimizer optimizer,
      Critic critic,
      @Nullable ReconstructionCritic added,
      LabelSpace labels,
      StarGanObjective objective) {
    this.generator = generator;
    this.optimizer = optimizer;
    this.critic = critic;
    this.added = added;
    this.labels = labels;
    this.objective = objective;
    this.weights = objective.weights();
  }

  /** The same step with a critic of reconstructions in its losses. */
  GeneratorStep with(ReconstructionCritic reconstructionCritic) {
    return new GeneratorStep(generator, optimizer, critic, reconstructionCritic, labels, objective);
  }

  void start() {
    critic.parameters().freeze();
    if (added != null) {
      added.parameters().freeze();
    }
    generator.parameters().clearGradients();
    losses.clear();
  }

  /**
   * Computes the losses and adds their gradients.
   *
   * @param parts how many batches the step is made of
   */
  void learn(Translation made, int parts) {
    StarGanBatch batch = made.batch();
    NDArray fake = made.fake();
    NDArray seen = objective.augmentation().apply(fake, batch.changes().generator());
    List<NDArray> features = critic.features(seen);
    try (Judgement judgement = critic.judge(features);
        NDArray adversarial = judgement.realness().mean().neg();
        NDArray classification =
            ClassificationLoss.of(
                labels, batch.group(), judgement.logits(), batch.target().values());
        NDArray reconstruction = reconstruction(made);
        NDArray change = change(batch, fake);
        NDArray pairs = pairs(batch, fake, features);
        NDArray cycled = cycledRealness(made);
        NDArray total =
            Scale.by(adversarial, weights.adversarial())
                .add(Scale.by(classification, weights.classification()))
                .add(Scale.by(reconstruction, weights.reconstruction()))
                .add(Scale.by(change, weights.change()))
                .add(pairs)
                .add(Scale.by(cycled, added == null ? 0 : added.spec().weight()))) {
      CriticStep.backward(total, parts);
      losses.add(
          new GeneratorLosses(
              adversarial.getFloat(),
              classification.getFloat(),
              reconstruction.getFloat(),
              change.getFloat(),
              pairs.getFloat(),
              cycled.getFloat(),
              total.getFloat(),
              Spread.relative(fake, batch.images()),
              0));
    } finally {
      features.forEach(NDArray::close);
    }
  }

  /** The way back costs a pass: none is made for a weight of 0. */
  private NDArray reconstruction(Translation made) {
    if (weights.reconstruction() == 0) {
      return none(made);
    }
    return meanDistance(made.batch().images(), made.cycled());
  }

  private NDArray cycledRealness(Translation made) {
    if (added == null) {
      return none(made);
    }
    NDArray x = made.batch().images();
    try (NDArray realness = added.realness(added.shown(x, made.cycled()))) {
      return realness.mean().neg();
    }
  }

  private static NDArray none(Translation made) {
    return made.fake().getManager().create(0f);
  }

  private NDArray pairs(StarGanBatch batch, NDArray fake, List<NDArray> features) {
    Counterpart counterpart = batch.counterpart();
    if (counterpart == null || !objective.paired().used()) {
      return fake.getManager().create(0f);
    }
    return PairedLoss.of(objective.paired(), critic, counterpart, fake, features);
  }

  /** Watched always, part of the graph only when it has a weight. */
  private NDArray change(StarGanBatch batch, NDArray fake) {
    if (weights.change() > 0) {
      return meanDistance(batch.images(), fake);
    }
    try (Autograd silent = Autograd.silent()) {
      return meanDistance(batch.images(), fake);
    }
  }

  private static NDArray meanDistance(NDArray a, NDArray b) {
    try (NDArray difference = a.sub(b);
        NDArray distance = difference.abs()) {
      return distance.mean();
    }
  }

  /** Lets the generator follow its gradients. */
  GeneratorLosses end(double rate) {
    double norm = generator.parameters().gradientNorm();
    optimizer.update(rate);
    return GeneratorLosses.mean(losses, norm);
  }
}
