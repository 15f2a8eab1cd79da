package io.mien.contracts.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.contracts.dataset.FaceChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of one photo: a line of the JSON lines of a bulk synthesis.
 *
 * @param customId by which the client knows the item; no two of a synthesis may be equal
 * @param photo name of a file of the synthesis' source, or {@code s3://bucket/key}
 * @param sha256 that the photo must have, in lower-case hexadecimal; null for any
 * @param expressions labels that it is to get; empty for those of the synthesis
 * @param group whose labels they are; null for the one that knows the first of them
 * @param holds attributes that the photo shows already
 * @param face which of several; null for that of the synthesis
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SynthesisItem(
    @JsonProperty("custom_id") String customId,
    String photo,
    @Nullable String sha256,
    List<String> expressions,
    @Nullable String group,
    List<String> holds,
    @Nullable FaceChoice face) {

  public SynthesisItem(
      @JsonProperty("custom_id") String customId,
      String photo,
      @Nullable String sha256,
      @Nullable List<String> expressions,
      @Nullable String group,
      @Nullable List<String> holds,
      @Nullable FaceChoice face) {
    this.customId = customId;
    this.photo = photo;
    this.sha256 = sha256;
    this.expressions = expressions == null ? List.of() : List.copyOf(expressions);
    this.group = group;
    this.holds = holds == null ? List.of() : List.copyOf(holds);
    this.face = face;
  }

  /** With all that the synthesis says. */
  public SynthesisItem(String customId, String photo) {
    this(customId, photo, null, null, null, null, null);
  }
}
