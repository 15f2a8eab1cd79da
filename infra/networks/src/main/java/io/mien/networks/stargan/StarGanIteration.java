package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.Autograd;
import io.mien.networks.label.ClassificationLoss;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Scale;
import io.mien.networks.optimizer.Optimizer;
import java.util.List;
import java.util.Optional;

/**
 * One training iteration: the critic's step, then on its turn the generator's step on the same
 * batch. The generator does not change in between, so one forward pass G(x, target) serves both.
 * All intermediates live in the manager of the batch's arrays; the caller closes it.
 */
public final class StarGanIteration {
  private final Generator generator;
  private final Critic critic;
  private final Optimizer generatorOptimizer;
  private final Optimizer criticOptimizer;
  private final LabelSpace labels;
  private final LossWeights weights;
  private final PairedWeights paired;

  /** An iteration of the paper's, without pairs. */
  public StarGanIteration(
      Generator generator,
      Critic critic,
      Optimizer generatorOptimizer,
      Optimizer criticOptimizer,
      LabelSpace labels,
      LossWeights weights) {
    this(
        generator,
        critic,
        generatorOptimizer,
        criticOptimizer,
        labels,
        weights,
        PairedWeights.none());
  }

  public StarGanIteration(
      Generator generator,
      Critic critic,
      Optimizer generatorOptimizer,
      Optimizer criticOptimizer,
      LabelSpace labels,
      LossWeights weights,
      PairedWeights paired) {
    this.generator = generator;
    this.critic = critic;
    this.generatorOptimizer = generatorOptimizer;
    this.criticOptimizer = criticOptimizer;
    this.labels = labels;
    this.weights = weights;
    this.paired = paired;
  }

  /** Losses of both; those of a network whose turn it was not are absent. */
  public record Outcome(Optional<CriticLosses> critic, Optional<GeneratorLosses> generator) {}

  /** The critic's step alone. */
  public Outcome criticOnly(StarGanBatch batch, double criticRate) {
    try (NDArray fake = silentFake(batch)) {
      return new Outcome(Optional.of(criticStep(batch, fake, criticRate)), Optional.empty());
    }
  }

  /** The critic's step, then the generator's. */
  public Outcome both(StarGanBatch batch, double criticRate, double generatorRate) {
    try (Autograd recording = Autograd.recording()) {
      generator.parameters().track();
      try (NDArray fake = generator.forward(batch.images(), batch.target().condition());
          NDArray still = Autograd.detached(fake)) {
        CriticLosses criticLosses = criticStep(batch, still, criticRate);
        GeneratorLosses generatorLosses = generatorStep(batch, fake, generatorRate);
        return new Outcome(Optional.of(criticLosses), Optional.of(generatorLosses));
      }
    }
  }

  /** The generator's step alone. */
  public Outcome generatorOnly(StarGanBatch batch, double generatorRate) {
    try (Autograd recording = Autograd.recording()) {
      generator.parameters().track();
      try (NDArray fake = generator.forward(batch.images(), batch.target().condition())) {
        return new Outcome(
            Optional.empty(), Optional.of(generatorStep(batch, fake, generatorRate)));
      }
    }
  }

  private NDArray silentFake(StarGanBatch batch) {
    try (Autograd silent = Autograd.silent()) {
      return generator.forward(batch.images(), batch.target().condition());
    }
  }

  private CriticLosses criticStep(StarGanBatch batch, NDArray fake, double rate) {
    try (Autograd recording = Autograd.recording()) {
      critic.parameters().track();
      critic.parameters().clearGradients();
      CriticLosses losses = criticLosses(batch, fake);
      criticOptimizer.update(rate);
      return losses;
    }
  }

  /** Computes the critic's losses and gradients. Real and generated images pass as one batch. */
  private CriticLosses criticLosses(StarGanBatch batch, NDArray fake) {
    long n = batch.images().getShape().get(0);
    try (NDArray images = batch.images().concat(fake);
        Judgement judgement = critic.forward(images);
        NDArray real = half(judgement.realness(), 0, n).mean().neg();
        NDArray generated = half(judgement.realness(), n, n).mean();
        NDArray realLogits = half(judgement.logits(), 0, n);
        NDArray classification =
            ClassificationLoss.of(labels, batch.group(), realLogits, batch.original().values());
        NDArray penalty = penalty(batch, fake);
        NDArray total =
            real.add(generated)
                .add(Scale.by(classification, weights.criticClassification()))
                .add(Scale.by(penalty, weights.gradientPenalty() * weights.penaltyEvery()))) {
      Autograd.backward(total);
      return new CriticLosses(
          real.getFloat(),
          generated.getFloat(),
          classification.getFloat(),
          penalty.getFloat(),
          total.getFloat());
    }
  }

  private NDArray penalty(StarGanBatch batch, NDArray fake) {
    if (weights.gradientPenalty() == 0 || criticOptimizer.steps() % weights.penaltyEvery() != 0) {
      return fake.getManager().create(0f);
    }
    try (NDArray difference = batch.images().sub(fake);
        NDArray share = difference.mul(batch.alpha());
        NDArray between = fake.add(share)) {
      return GradientPenalty.at(critic, between, weights.penaltySlope());
    }
  }

  private GeneratorLosses generatorStep(StarGanBatch batch, NDArray fake, double rate) {
    critic.parameters().freeze();
    generator.parameters().clearGradients();
    GeneratorLosses losses = generatorLosses(batch, fake);
    generatorOptimizer.update(rate);
    return losses;
  }

  /** Computes the generator's losses and gradients. */
  private GeneratorLosses generatorLosses(StarGanBatch batch, NDArray fake) {
    List<NDArray> features = critic.features(fake);
    try (Judgement judgement = critic.judge(features);
        NDArray adversarial = judgement.realness().mean().neg();
        NDArray classification =
            ClassificationLoss.of(
                labels, batch.group(), judgement.logits(), batch.target().values());
        NDArray reconstruction = reconstruction(batch, fake);
        NDArray change = change(batch, fake);
        NDArray pairs = pairs(batch, fake, features);
        NDArray total =
            Scale.by(adversarial, weights.adversarial())
                .add(Scale.by(classification, weights.classification()))
                .add(Scale.by(reconstruction, weights.reconstruction()))
                .add(Scale.by(change, weights.change()))
                .add(pairs)) {
      Autograd.backward(total);
      return new GeneratorLosses(
          adversarial.getFloat(),
          classification.getFloat(),
          reconstruction.getFloat(),
          change.getFloat(),
          pairs.getFloat(),
          total.getFloat());
    } finally {
      features.forEach(NDArray::close);
    }
  }

  /** The cycle costs a second pass through the generator: none is made for a weight of 0. */
  private NDArray reconstruction(StarGanBatch batch, NDArray fake) {
    if (weights.reconstruction() == 0) {
      return fake.getManager().create(0f);
    }
    NDArray cycled = generator.forward(fake, batch.original().condition());
    return meanDistance(batch.images(), cycled);
  }

  private NDArray pairs(StarGanBatch batch, NDArray fake, List<NDArray> features) {
    Counterpart counterpart = batch.counterpart();
    if (counterpart == null || !paired.used()) {
      return fake.getManager().create(0f);
    }
    return PairedLoss.of(paired, critic, counterpart, fake, features);
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

  private static NDArray half(NDArray x, long start, long length) {
    return JniUtils.slice((PtNDArray) x, 0, start, start + length, 1);
  }
}
