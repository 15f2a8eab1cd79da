package io.mien.ingest.photo;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureRefused;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;

/** Prepares one photo exactly as a checkpoint's training data was prepared. Thread-safe. */
public final class PhotoPreparation {

  private static final String CROP = "crop.png";

  private final ObjectStore store;
  private final FaceCroppers croppers;
  private final ImageLimits limits;

  /**
   * @param limits of photos; their bytes are held in memory
   */
  public PhotoPreparation(ObjectStore store, FaceCroppers croppers, ImageLimits limits) {
    this.store = store;
    this.croppers = croppers;
    this.limits = limits;
  }

  /**
   * @throws InvalidInput {@code no-face}, {@code photo-empty}, {@code photo-too-large}, {@code
   *     photo-too-small}, {@code photo-truncated} or {@code photo-not-an-image}
   */
  public PhotoPrepared prepare(PreparePhoto spec, TaskContext context) {
    ObjectRef photo = spec.photo();
    try (FaceCropper cropper = croppers.open()) {
      limits.checkSize(photo.bytes());
      byte[] content = store.read(photo);
      context.throwIfStopping();
      FaceCrop crop = cropper.crop(content, spec.recipe());
      ObjectRef stored = context.outputs().put(Bucket.SYNTHESES, CROP, crop.png(), "image/png");
      return new PhotoPrepared(stored, crop.box());
    } catch (PictureRefused e) {
      throw new InvalidInput(
          codeOf(e.code()),
          "Cannot prepare photo %s: %s. %s".formatted(photo.key(), e.detail(), adviceOn(e.code())),
          e);
    }
  }

  private static String codeOf(Rejection.Code code) {
    return switch (code) {
      case NO_FACE -> "no-face";
      case EMPTY_FILE -> "photo-empty";
      case TOO_LARGE -> "photo-too-large";
      case TOO_SMALL -> "photo-too-small";
      case TRUNCATED -> "photo-truncated";
      case NOT_AN_IMAGE,
          UNSUPPORTED_FORMAT,
          UNREADABLE,
          UNKNOWN_LABEL,
          NO_LABEL,
          MISSING_FILE,
          DUPLICATE,
          NOT_CHOSEN,
          ERASED,
          MINOR ->
          "photo-not-an-image";
    };
  }

  private static String adviceOn(Rejection.Code code) {
    return code == Rejection.Code.NO_FACE
        ? "Send a photo of one face, upright and seen from the front."
        : "Send a whole JPEG, PNG or still WebP.";
  }
}
