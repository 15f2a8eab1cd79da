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
import java.util.Optional;

/**
 * One training iteration: the critic's step, then on its turn the generator's step on the same
 * batch. The generator does not change in between, so one forward pass G(x, target) serves both,
 * unless the batch comes in parts. All intermediates live in the manager of the batch's arrays; who
 * made the batch closes it.
 */
public final class StarGanIteration {
  private final Generator generator;
  private final Critic critic;
  private final Optimizer generatorOptimizer;
  private final Optimizer criticOptimizer;
  private final LabelSpace labels;
  private final StarGanObjective objective;
  private final LossWeights weights;

  public StarGanIteration(
      Generator generator,
      Critic critic,
      Optimizer generatorOptimizer,
      Optimizer criticOptimizer,
      LabelSpace labels,
      StarGanObjective objective) {
    this.generator = generator;
    this.critic = critic;
    this.generatorOptimizer = generatorOptimizer;
    this.criticOptimizer = criticOptimizer;
    this.labels = labels;
    this.objective = objective;
    this.weights = objective.weights();
  }

  /** Losses of both; those of a network whose turn it was not are absent. */
  public record Outcome(Optional<CriticLosses> critic, Optional<GeneratorLosses> generator) {}

  /** The critic's step alone. */
  public Outcome criticOnly(MicroBatches batches, double criticRate) {
    return new Outcome(Optional.of(criticStep(batches, criticRate)), Optional.empty());
  }

  /** The critic's step, then the generator's. */
  public Outcome both(MicroBatches batches, double criticRate, double generatorRate) {
    if (batches.count() > 1) {
      // One graph at a time is the point of parts: the generator passes over each twice
      CriticLosses criticLosses = criticStep(batches, criticRate);
      return new Outcome(
          Optional.of(criticLosses), Optional.of(generatorStep(batches, generatorRate)));
    }
    List<Outcome> only = new ArrayList<>();
    batches.forEach(batch -> only.add(sharing(batch, criticRate, generatorRate)));
    return only.get(0);
  }

  /** The generator's step alone. */
  public Outcome generatorOnly(MicroBatches batches, double generatorRate) {
    return new Outcome(Optional.empty(), Optional.of(generatorStep(batches, generatorRate)));
  }

  /** Both steps with one forward pass of the generator. */
  private Outcome sharing(StarGanBatch batch, double criticRate, double generatorRate) {
    try (Autograd recording = Autograd.recording()) {
      generator.parameters().track();
      try (NDArray fake = generator.forward(batch.images(), batch.target().condition());
          NDArray still = Autograd.detached(fake)) {
        prepareCritic();
        CriticLosses criticLosses =
            updateCritic(List.of(criticLosses(batch, still, 1)), criticRate);
        prepareGenerator();
        GeneratorLosses generatorLosses =
            updateGenerator(List.of(generatorLosses(batch, fake, 1)), generatorRate);
        return new Outcome(Optional.of(criticLosses), Optional.of(generatorLosses));
      }
    }
  }

  private CriticLosses criticStep(MicroBatches batches, double rate) {
    List<CriticLosses> losses = new ArrayList<>();
    try (Autograd recording = Autograd.recording()) {
      prepareCritic();
      batches.forEach(
          batch -> {
            try (NDArray fake = silentFake(batch)) {
              losses.add(criticLosses(batch, fake, batches.count()));
            }
          });
      return updateCritic(losses, rate);
    }
  }

  /** Lets the critic follow its gradients. */
  private CriticLosses updateCritic(List<CriticLosses> losses, double rate) {
    double norm = critic.parameters().gradientNorm();
    criticOptimizer.update(rate);
    return CriticLosses.mean(losses, norm);
  }

  private GeneratorLosses generatorStep(MicroBatches batches, double rate) {
    List<GeneratorLosses> losses = new ArrayList<>();
    try (Autograd recording = Autograd.recording()) {
      generator.parameters().track();
      prepareGenerator();
      batches.forEach(
          batch -> {
            try (NDArray fake = generator.forward(batch.images(), batch.target().condition())) {
              losses.add(generatorLosses(batch, fake, batches.count()));
            }
          });
      return updateGenerator(losses, rate);
    }
  }

  /** Lets the generator follow its gradients. */
  private GeneratorLosses updateGenerator(List<GeneratorLosses> losses, double rate) {
    double norm = generator.parameters().gradientNorm();
    generatorOptimizer.update(rate);
    return GeneratorLosses.mean(losses, norm);
  }

  private void prepareCritic() {
    critic.parameters().track();
    critic.parameters().clearGradients();
  }

  private void prepareGenerator() {
    critic.parameters().freeze();
    generator.parameters().clearGradients();
  }

  private NDArray silentFake(StarGanBatch batch) {
    try (Autograd silent = Autograd.silent()) {
      return generator.forward(batch.images(), batch.target().condition());
    }
  }

  /**
   * Computes the critic's losses and adds its gradients. Real and generated images pass as one
   * batch.
   *
   * @param parts how many batches the step is made of
   */
  private CriticLosses criticLosses(StarGanBatch batch, NDArray fake, int parts) {
    long n = batch.images().getShape().get(0);
    NDArray seen = objective.augmentation().apply(batch.images(), batch.changes());
    NDArray seenFake = objective.augmentation().apply(fake, batch.changes());
    try (NDArray images = seen.concat(seenFake);
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
      return new CriticLosses(
          real.getFloat(),
          generated.getFloat(),
          classification.getFloat(),
          penalty.getFloat(),
          total.getFloat(),
          0);
    }
  }

  private static void backward(NDArray total, int parts) {
    Autograd.backward(parts == 1 ? total : Scale.by(total, 1.0 / parts));
  }

  private NDArray penalty(NDArray real, NDArray fake, NDArray alpha) {
    if (weights.gradientPenalty() == 0 || criticOptimizer.steps() % weights.penaltyEvery() != 0) {
      return fake.getManager().create(0f);
    }
    try (NDArray difference = real.sub(fake);
        NDArray share = difference.mul(alpha);
        NDArray between = fake.add(share)) {
      return GradientPenalty.at(critic, between, weights.penaltySlope());
    }
  }

  /** Computes the generator's losses and adds its gradients. */
  private GeneratorLosses generatorLosses(StarGanBatch batch, NDArray fake, int parts) {
    List<NDArray> features = critic.features(objective.augmentation().apply(fake, batch.changes()));
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
      backward(total, parts);
      return new GeneratorLosses(
          adversarial.getFloat(),
          classification.getFloat(),
          reconstruction.getFloat(),
          change.getFloat(),
          pairs.getFloat(),
          total.getFloat(),
          Spread.relative(fake, batch.images()),
          0);
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

  private static NDArray half(NDArray x, long start, long length) {
    return JniUtils.slice((PtNDArray) x, 0, start, start + length, 1);
  }
}
