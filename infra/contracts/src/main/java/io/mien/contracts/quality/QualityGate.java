package io.mien.contracts.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What generated images are measured by, and what they must reach. An image that does not is
 * generated anew with one option after the other; when none does, it is rejected.
 *
 * @param classifier checkpoint of a ResNet that tells the labels apart and had no part in training
 *     the generator; null for no measure of the label
 * @param embedder checkpoint of a ResNet that tells people apart; null for no measure of identity
 * @param target least {@link ImageQuality#target()} of an image, more than 0 to 1; null for any
 * @param identity least {@link ImageQuality#identity()}, more than -1 to 1; null for any
 * @param options in the order in which they are tried
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QualityGate(
    @Nullable PrefixRef classifier,
    @Nullable PrefixRef embedder,
    @Nullable Double target,
    @Nullable Double identity,
    List<Option> options) {

  public QualityGate(
      @Nullable PrefixRef classifier,
      @Nullable PrefixRef embedder,
      @Nullable Double target,
      @Nullable Double identity,
      @Nullable List<Option> options) {
    this.classifier = classifier;
    this.embedder = embedder;
    this.target = target;
    this.identity = identity;
    this.options = options == null ? List.of() : List.copyOf(options);
    if (classifier == null && embedder == null) {
      throw new IllegalArgumentException("Images are measured by a classifier or an embedder.");
    }
    if (target != null && classifier == null || identity != null && embedder == null) {
      throw new IllegalArgumentException("What must be reached must be measured.");
    }
  }

  /**
   * Another way to generate an image.
   *
   * @param checkpoint another generator, of the same labels and crops; null for the task's own
   * @param intensity share of what was generated, more than 0 to 1; null for the task's own
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Option(@Nullable PrefixRef checkpoint, @Nullable Double intensity) {}

  /** Whether an image may be handed over. */
  public boolean accepts(ImageQuality quality) {
    return reached(target, quality.target()) && reached(identity, quality.identity());
  }

  private static boolean reached(@Nullable Double least, @Nullable Double measured) {
    return least == null || measured != null && measured >= least;
  }
}
