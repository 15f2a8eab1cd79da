package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/expressions} in JSON, for a photo that lies in the object store; the same
 * fields as in the form.
 *
 * @param expressions labels of the checkpoint; all of the group when absent
 * @param group {@code expression}, {@code pose} or {@code attributes}; by default the one that
 *     knows the first label
 * @param holds attributes that the photo shows already
 * @param checkpoint id or alias; {@code champion} when absent
 * @param picture how the images are wanted; crops as PNG when absent
 * @param quality what the images are measured by and must reach; no measure when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpressionRequest(
    @Nullable Photo photo,
    @Nullable List<String> expressions,
    @Nullable String group,
    @Nullable List<String> holds,
    @Nullable String checkpoint,
    @Nullable Picture picture,
    @Nullable QualityRequest quality) {

  /**
   * A photo in the object store.
   *
   * @param key {@code s3://bucket/key} of a bucket that datasets may come from, or the address of
   *     an image or photo as answers give it, {@code /v1/objects/bucket/key}
   * @param sha256 lower-case hexadecimal digest that the photo must have; any when absent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Photo(@Nullable String key, @Nullable String sha256) {}

  /**
   * How images are wanted.
   *
   * @param output {@code crop} or {@code pasted}
   * @param format {@code png}, {@code jpeg} or {@code webp}
   * @param face of several: {@code prominent}, {@code largest} or {@code central}; {@code single}
   *     when absent, which refuses a photo of several
   * @param size side of the crops in pixels, 16 to 2048; the checkpoint's own when absent
   * @param intensity share of what was generated, more than 0 to 1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Picture(
      @Nullable String output,
      @Nullable String format,
      @Nullable String face,
      @Nullable Integer size,
      @Nullable Double intensity) {}
}
