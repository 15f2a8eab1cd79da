package io.mien.orchestrator.run;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.QualityRequest;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.Alias;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.checkpoint.NamedClassifiers;
import io.mien.orchestrator.database.Transaction;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a gate of what a request says of quality, by checkpoints that fit each other. */
public final class QualityGates {

  private final NamedCheckpoints generators;
  private final NamedClassifiers classifiers;
  private final UseRules policy;

  /**
   * @param policy what the installation asks of the terms of checkpoints
   */
  public QualityGates(NamedCheckpoints generators, NamedClassifiers classifiers, UseRules policy) {
    this.generators = generators;
    this.classifiers = classifiers;
    this.policy = policy;
  }

  /**
   * The gate of a request; null when it says nothing of quality.
   *
   * @param generator that is asked for
   * @param group whose labels are asked for
   * @throws InvalidInput {@code bad-quality}, {@code no-checkpoint}, {@code
   *     checkpoint-not-a-classifier}, {@code checkpoint-not-a-generator}, {@code no-judge}, {@code
   *     crops-differ}, {@code labels-differ}, or what the policy says
   */
  @Nullable QualityGate of(
      Transaction tx, @Nullable QualityRequest asked, CheckpointView generator, String group) {
    if (asked == null) {
      return null;
    }
    AskedQuality.check(asked);
    List<QualityGate.Option> options =
        asked.options().stream().map(option -> option(tx, option, generator)).toList();
    return new QualityGate(
        classifier(tx, asked, generator, group),
        embedder(tx, asked, generator),
        asked.target(),
        asked.identity(),
        options);
  }

  private @Nullable PrefixRef classifier(
      Transaction tx, QualityRequest asked, CheckpointView generator, String group) {
    String named = asked.classifier();
    if (named == null && asked.target() == null && asked.embedder() != null) {
      return null;
    }
    CheckpointView judge =
        named == null
            ? classifiers.judgeOf(tx, generator.location()).orElseThrow(() -> noJudge(generator))
            : classifiers.require(tx, named, "Judge images by");
    requireFits(judge, generator);
    LabelSet judged = AskedLabels.known(generator.summary()).group(group);
    if (!judge.summary().labels().containsAll(judged.names())) {
      throw new InvalidInput(
          "labels-differ",
          "Judge %s by classifier %s: it knows %s. Name one that knows all of them as 'quality.classifier'."
              .formatted(judged.names(), judge.checkpointId(), judge.summary().labels()));
    }
    return judge.location();
  }

  private @Nullable PrefixRef embedder(
      Transaction tx, QualityRequest asked, CheckpointView generator) {
    if (asked.embedder() == null) {
      return null;
    }
    CheckpointView embedder = classifiers.require(tx, asked.embedder(), "Compare people by");
    LabelSet known = AskedLabels.known(embedder.summary()).groups().get(0);
    if (!known.group().equals(LabelGroups.SUBJECT)) {
      throw new InvalidInput(
          "labels-differ",
          "Compare people by classifier %s: it tells apart %s (%s). Name one of people as 'quality.embedder', trained with \"group\": \"subject\"."
              .formatted(embedder.checkpointId(), known.group(), known.names()));
    }
    requireFits(embedder, generator);
    return embedder.location();
  }

  private QualityGate.Option option(
      Transaction tx, QualityRequest.Option asked, CheckpointView generator) {
    if (asked.checkpoint() == null) {
      return new QualityGate.Option(null, asked.intensity());
    }
    CheckpointView other = generators.require(tx, asked.checkpoint(), Alias.GENERATOR);
    requireFits(other, generator);
    if (other.summary().imageSize() != generator.summary().imageSize()) {
      throw differ(other, generator);
    }
    List<LabelSet> known = AskedLabels.known(other.summary()).groups();
    if (!AskedLabels.known(generator.summary()).groups().stream().allMatch(in(known))) {
      throw new InvalidInput(
          "labels-differ",
          "Generate with checkpoint %s what %s does not pass with: it knows %s. Name one of the same labels."
              .formatted(other.checkpointId(), generator.checkpointId(), known));
    }
    return new QualityGate.Option(other.location(), asked.intensity());
  }

  private static Predicate<LabelSet> in(List<LabelSet> known) {
    return wanted ->
        known.stream()
            .filter(group -> group.group().equals(wanted.group()))
            .anyMatch(group -> group.names().containsAll(wanted.names()));
  }

  /** A face is prepared once; its crop can be made larger or smaller, but not another. */
  private void requireFits(CheckpointView other, CheckpointView generator) {
    RequestedUse.check(policy, other);
    CropRecipe recipe = generator.summary().recipe();
    if (!other.summary().recipe().withSize(recipe.size()).equals(recipe)) {
      throw differ(other, generator);
    }
  }

  private static InvalidInput differ(CheckpointView other, CheckpointView generator) {
    return new InvalidInput(
        "crops-differ",
        "Show checkpoint %s the faces of %s: it takes crops of %s, these are of %s. Name one that was trained on the same crops."
            .formatted(
                other.checkpointId(),
                generator.checkpointId(),
                other.summary().recipe(),
                generator.summary().recipe()));
  }

  private static InvalidInput noJudge(CheckpointView generator) {
    return new InvalidInput(
        "no-judge",
        "Measure the images of checkpoint %s: no classifier has evaluated it. Name one as 'quality.classifier'."
            .formatted(generator.checkpointId()));
  }
}
