package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks that images are measured, and that those below a threshold are generated anew in other ways
 * and rejected in the end.
 *
 * @param classifier id or alias of a classifier of the labels; when absent, the one that evaluated
 *     the generator, unless nothing but identity is asked for
 * @param embedder id or alias of a classifier of people ({@code "group": "subject"}); identity is
 *     not measured without one
 * @param target least probability of the wanted label, more than 0 to 1; any when absent
 * @param identity least likeness to the photo's person, more than -1 to 1; any when absent
 * @param options tried in turn for images below a threshold, at most {@link #MOST_OPTIONS}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QualityRequest(
    @Nullable String classifier,
    @Nullable String embedder,
    @Nullable Double target,
    @Nullable Double identity,
    List<Option> options) {

  public static final int MOST_OPTIONS = 8;

  public QualityRequest(
      @Nullable String classifier,
      @Nullable String embedder,
      @Nullable Double target,
      @Nullable Double identity,
      @Nullable List<Option> options) {
    this.classifier = classifier;
    this.embedder = embedder;
    this.target = target;
    this.identity = identity;
    this.options = options == null ? List.of() : List.copyOf(options);
  }

  /**
   * Another way to generate an image.
   *
   * @param checkpoint id or alias of another generator, of the same labels and crops
   * @param intensity share of what was generated, more than 0 to 1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Option(@Nullable String checkpoint, @Nullable Double intensity) {}
}
