package io.mien.networks.stargan;

import io.mien.networks.device.Autograd;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training iteration: the critics' step, then on its turn the generator's step on the same
 * batch. The generator does not change in between, so one forward pass G(x, target) serves both,
 * unless the batch comes in parts. All intermediates live in the manager of the batch's arrays; who
 * made the batch closes it.
 */
public final class StarGanIteration {
  private final Generator generator;
  private final CriticStep criticStep;
  private final @Nullable ReconstructionCriticStep addedStep;
  private final GeneratorStep generatorStep;

  public StarGanIteration(
      Generator generator,
      Critic critic,
      Optimizer generatorOptimizer,
      Optimizer criticOptimizer,
      LabelSpace labels,
      StarGanObjective objective) {
    this(
        generator,
        new CriticStep(critic, criticOptimizer, labels, objective, 1),
        null,
        new GeneratorStep(generator, generatorOptimizer, critic, null, labels, objective));
  }

  private StarGanIteration(
      Generator generator,
      CriticStep criticStep,
      @Nullable ReconstructionCriticStep addedStep,
      GeneratorStep generatorStep) {
    this.generator = generator;
    this.criticStep = criticStep;
    this.addedStep = addedStep;
    this.generatorStep = generatorStep;
  }

  /** This iteration with a further critic, which learns whenever the critic does. */
  public StarGanIteration with(ReconstructionCritic added, Optimizer optimizer) {
    return new StarGanIteration(
        generator,
        criticStep,
        new ReconstructionCriticStep(added, optimizer),
        generatorStep.with(added));
  }

  /** This iteration over batches of several sets by turns: lazy penalties count rounds of them. */
  public StarGanIteration over(int sets) {
    return new StarGanIteration(generator, criticStep.of(sets), addedStep, generatorStep);
  }

  /** Losses of all; those of a network whose turn it was not, or that is not there, are absent. */
  public record Outcome(
      Optional<CriticLosses> critic,
      Optional<ReconstructionCriticLosses> reconstructionCritic,
      Optional<GeneratorLosses> generator) {}

  /** The critics' step alone. */
  public Outcome criticOnly(MicroBatches batches, double criticRate) {
    try (Autograd recording = Autograd.recording()) {
      startCritics();
      batches.forEach(
          batch -> {
            try (Translation made = Translation.silent(generator, batch)) {
              criticsLearn(made, batches.count());
            }
          });
      return endCritics(criticRate);
    }
  }

  /** The critics' step, then the generator's. */
  public Outcome both(MicroBatches batches, double criticRate, double generatorRate) {
    if (batches.count() > 1) {
      // One graph at a time is the point of parts: the generator passes over each twice
      Outcome critics = criticOnly(batches, criticRate);
      return and(critics, generatorOnly(batches, generatorRate));
    }
    List<Outcome> only = new ArrayList<>();
    batches.forEach(batch -> only.add(sharing(batch, criticRate, generatorRate)));
    return only.get(0);
  }

  /** The generator's step alone. */
  public Outcome generatorOnly(MicroBatches batches, double generatorRate) {
    try (Autograd recording = Autograd.recording()) {
      generator.parameters().track();
      generatorStep.start();
      batches.forEach(
          batch -> {
            try (Translation made = Translation.recorded(generator, batch)) {
              generatorStep.learn(made, batches.count());
            }
          });
      return endGenerator(generatorRate);
    }
  }

  /** Both steps with one forward pass of the generator. */
  private Outcome sharing(StarGanBatch batch, double criticRate, double generatorRate) {
    try (Autograd recording = Autograd.recording()) {
      generator.parameters().track();
      try (Translation made = Translation.recorded(generator, batch)) {
        startCritics();
        criticsLearn(made, 1);
        Outcome critics = endCritics(criticRate);
        generatorStep.start();
        generatorStep.learn(made, 1);
        return and(critics, endGenerator(generatorRate));
      }
    }
  }

  private void startCritics() {
    criticStep.start();
    if (addedStep != null) {
      addedStep.start();
    }
  }

  private void criticsLearn(Translation made, int parts) {
    criticStep.learn(made, parts);
    if (addedStep != null) {
      addedStep.learn(made, parts);
    }
  }

  private Outcome endCritics(double rate) {
    return new Outcome(
        Optional.of(criticStep.end(rate)),
        Optional.ofNullable(addedStep).map(step -> step.end(rate)),
        Optional.empty());
  }

  private Outcome endGenerator(double rate) {
    return new Outcome(Optional.empty(), Optional.empty(), Optional.of(generatorStep.end(rate)));
  }

  private static Outcome and(Outcome critics, Outcome generator) {
    return new Outcome(critics.critic(), critics.reconstructionCritic(), generator.generator());
  }
}
