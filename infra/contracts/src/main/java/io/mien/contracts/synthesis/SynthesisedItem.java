package io.mien.contracts.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.RejectedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that was done: a line of the results.
 *
 * @param line as in {@link ListedItem}
 * @param source SHA-256 of the photo's bytes
 * @param face where it is in the photo
 * @param checkpoint SHA-256 of the manifest of the checkpoint that generated the images
 * @param group of the checkpoint's labels
 * @param images in the order of the labels that were asked for
 * @param rejected images that were not good enough; then the item counts as rejected, but keeps the
 *     others
 * @param reusedFrom the other task that generated the images that do not tell it themselves, of
 *     this or of an earlier request; absent when the item's own did
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SynthesisedItem(
    int line,
    @JsonProperty("custom_id") String customId,
    String source,
    FaceBox face,
    String checkpoint,
    String group,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Image> images,
    List<RejectedImage> rejected,
    @JsonProperty("reused_from") @Nullable TaskId reusedFrom) {

  public SynthesisedItem(
      int line,
      @JsonProperty("custom_id") String customId,
      String source,
      FaceBox face,
      String checkpoint,
      String group,
      List<Image> images,
      @Nullable List<RejectedImage> rejected,
      @JsonProperty("reused_from") @Nullable TaskId reusedFrom) {
    this.line = line;
    this.customId = customId;
    this.source = source;
    this.face = face;
    this.checkpoint = checkpoint;
    this.group = group;
    this.images = List.copyOf(images);
    this.rejected = rejected == null ? List.of() : List.copyOf(rejected);
    this.reusedFrom = reusedFrom;
  }

  /**
   * One expression.
   *
   * @param checkpoint SHA-256 of the manifest of another checkpoint that generated it; absent for
   *     the item's
   * @param intensity share of what was generated; absent for all of it
   * @param quality what was measured; absent when nothing was
   * @param reusedFrom the other task that generated it, when that is not so of all of the item's
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Image(
      String expression,
      ObjectRef image,
      @Nullable String checkpoint,
      @Nullable Double intensity,
      @Nullable ImageQuality quality,
      @JsonProperty("reused_from") @Nullable TaskId reusedFrom) {

    /** As it was asked for, and not measured. */
    public Image(String expression, ObjectRef image) {
      this(expression, image, null, null, null, null);
    }

    /** The same image in another place. */
    public Image at(ObjectRef place) {
      return new Image(expression, place, checkpoint, intensity, quality, reusedFrom);
    }

    /** The same image, which tells that this task generated it; null when that need not be said. */
    public Image from(@Nullable TaskId task) {
      return new Image(expression, image, checkpoint, intensity, quality, task);
    }
  }
}
