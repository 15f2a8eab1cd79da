package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.terms.UsageTerms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What others need to know of a checkpoint without opening it.
 *
 * @param network {@code stargan}, {@code resnet18} or {@code face-gan}
 * @param labels label names of the first group; none for a face generator
 * @param groups all groups, in the order of the network's inputs or outputs; none in summaries of
 *     earlier versions, whose labels are expressions
 * @param recipe how photos must be prepared for it
 * @param datasetFingerprint what it was trained on
 * @param terms on which it may be used: the strictest of its data's; unknown in summaries of
 *     earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CheckpointSummary(
    String network,
    int imageSize,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<String> labels,
    CropRecipe recipe,
    @JsonInclude(JsonInclude.Include.ALWAYS) String datasetFingerprint,
    long iterations,
    List<LabelSet> groups,
    UsageTerms terms) {

  public CheckpointSummary(
      String network,
      int imageSize,
      List<String> labels,
      CropRecipe recipe,
      String datasetFingerprint,
      long iterations,
      @Nullable List<LabelSet> groups,
      @Nullable UsageTerms terms) {
    this.network = network;
    this.imageSize = imageSize;
    this.labels = List.copyOf(labels);
    this.recipe = recipe;
    this.datasetFingerprint = datasetFingerprint;
    this.iterations = iterations;
    this.groups = groups == null ? List.of() : List.copyOf(groups);
    this.terms = Objects.requireNonNullElse(terms, UsageTerms.UNKNOWN);
  }

  /** On terms that nobody stated. */
  public CheckpointSummary(
      String network,
      int imageSize,
      List<String> labels,
      CropRecipe recipe,
      String datasetFingerprint,
      long iterations,
      @Nullable List<LabelSet> groups) {
    this(network, imageSize, labels, recipe, datasetFingerprint, iterations, groups, null);
  }

  /** The same on other terms. */
  public CheckpointSummary with(UsageTerms other) {
    return new CheckpointSummary(
        network, imageSize, labels, recipe, datasetFingerprint, iterations, groups, other);
  }

  /** Of a network that knows expressions, or nothing. */
  public CheckpointSummary(
      String network,
      int imageSize,
      List<String> labels,
      CropRecipe recipe,
      String datasetFingerprint,
      long iterations) {
    this(network, imageSize, labels, recipe, datasetFingerprint, iterations, List.of());
  }
}
