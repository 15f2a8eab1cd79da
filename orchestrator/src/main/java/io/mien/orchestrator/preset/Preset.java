package io.mien.orchestrator.preset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.rest.RunLabels;
import io.mien.contracts.task.Sampling;
import io.mien.contracts.task.TrainingRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Complete settings of a pipeline under one name; a resource {@code presets/<name>.json}.
 *
 * @param description for people, in a sentence
 * @param synthesisLimit most test crops to synthesise from; 0 means all
 * @param labels what is learned when the run does not say; none for expressions
 * @param classifierFrom id or alias of a checkpoint that the classifier starts from; absent for
 *     random weights
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preset(
    String name,
    String description,
    CropRecipe recipe,
    SplitPolicy split,
    TrainingRequest classifier,
    TrainingRequest stargan,
    int synthesisLimit,
    List<RunLabels> labels,
    @Nullable String classifierFrom)
    implements RunPreset {

  public Preset(
      String name,
      String description,
      CropRecipe recipe,
      SplitPolicy split,
      TrainingRequest classifier,
      TrainingRequest stargan,
      int synthesisLimit,
      @Nullable List<RunLabels> labels,
      @Nullable String classifierFrom) {
    this.name = name;
    this.description = description;
    this.recipe = recipe;
    this.split = split;
    this.classifier = classifier;
    this.stargan = stargan;
    this.synthesisLimit = synthesisLimit;
    this.labels = labels == null ? List.of() : List.copyOf(labels);
    this.classifierFrom = classifierFrom;
    if (synthesisLimit < 0) {
      throw new IllegalArgumentException(
          "Preset " + name + ": the synthesis limit is " + synthesisLimit + "; use 0 for all.");
    }
  }

  /** The same where both trainings sample as asked; null for as the preset says. */
  public Preset sampled(@Nullable Sampling sampling) {
    return sampling == null
        ? this
        : new Preset(
            name,
            description,
            recipe,
            split,
            classifier.sampled(sampling),
            stargan.sampled(sampling),
            synthesisLimit,
            labels,
            classifierFrom);
  }

  /** The same with another training of the classifier. */
  public Preset withClassifier(TrainingRequest training) {
    return new Preset(
        name,
        description,
        recipe,
        split,
        training,
        stargan,
        synthesisLimit,
        labels,
        classifierFrom);
  }
}
