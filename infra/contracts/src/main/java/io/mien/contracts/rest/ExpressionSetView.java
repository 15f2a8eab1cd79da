package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.RunState;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.RejectedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /v1/expressions}: 200 when finished within {@code Prefer: wait}, else
 * 202 and the run to watch. No seed is told: a generator turns the same photo into the same images.
 *
 * @param images generated images by expression, once finished
 * @param contactSheetUrl the crop beside what was generated of it
 * @param made of what, and how; absent in answers of earlier versions
 * @param rejected images that were not good enough, if quality was asked for
 * @param reusedFrom the task of an earlier request that generated the images that do not tell it
 *     themselves; absent when one of this request did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpressionSetView(
    RunId runId,
    RunState state,
    @Nullable CheckpointId checkpointId,
    List<Image> images,
    @Nullable String contactSheetUrl,
    @Nullable TaskError error,
    @Nullable Made made,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RejectedImage> rejected,
    @Nullable TaskId reusedFrom) {

  public ExpressionSetView(
      RunId runId,
      RunState state,
      @Nullable CheckpointId checkpointId,
      List<Image> images,
      @Nullable String contactSheetUrl,
      @Nullable TaskError error,
      @Nullable Made made,
      @Nullable List<RejectedImage> rejected,
      @Nullable TaskId reusedFrom) {
    this.runId = runId;
    this.state = state;
    this.checkpointId = checkpointId;
    this.images = List.copyOf(images);
    this.contactSheetUrl = contactSheetUrl;
    this.error = error;
    this.made = made;
    this.rejected = rejected == null ? List.of() : List.copyOf(rejected);
    this.reusedFrom = reusedFrom;
  }

  /**
   * Where images come from.
   *
   * @param photoSha256 digest of the photo as it was sent
   * @param checkpointSha256 digest of the checkpoint's manifest, as every image names it
   * @param face where the photo shows the face, once it was found
   * @param output what of the photo the images show
   * @param intensity share of what was generated, more than 0 to 1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Made(
      String photoSha256,
      String checkpointSha256,
      @Nullable FaceBox face,
      ImageOutput output,
      double intensity) {}

  /**
   * One image.
   *
   * @param width in pixels; absent in answers of earlier versions
   * @param height in pixels; absent in answers of earlier versions
   * @param checkpointSha256 digest of the manifest of another checkpoint that generated it; absent
   *     for the one that was asked for
   * @param intensity share of what was generated; absent for the one that was asked for
   * @param quality what was measured; absent when nothing was
   * @param reusedFrom the task of another request that generated it, when that is not so of all
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Image(
      String expression,
      String url,
      String sha256,
      long bytes,
      @Nullable ImageFormat format,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable String checkpointSha256,
      @Nullable Double intensity,
      @Nullable ImageQuality quality,
      @Nullable TaskId reusedFrom) {

    /** How the name of a file ends that keeps the image. */
    public String ending() {
      return format == null ? ImageFormat.PNG.ending() : format.ending();
    }
  }
}
