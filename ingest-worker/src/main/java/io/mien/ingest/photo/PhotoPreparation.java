package io.mien.ingest.photo;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.face.UprightPicture;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.image.PictureRefused;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;
import java.util.Objects;

/** Prepares one photo exactly as a checkpoint's training data was prepared. Thread-safe. */
public final class PhotoPreparation {

  private static final String CROP = "crop.png";
  private static final String PHOTO = "photo.png";

  private final ObjectStore store;
  private final FaceCroppers croppers;
  private final UprightPicture upright;
  private final ImageLimits limits;

  /**
   * @param limits of photos; their bytes are held in memory
   */
  public PhotoPreparation(
      ObjectStore store, FaceCroppers croppers, UprightPicture upright, ImageLimits limits) {
    this.store = store;
    this.croppers = croppers;
    this.upright = upright;
    this.limits = limits;
  }

  /**
   * @throws InvalidInput {@code no-face}, {@code several-faces}, {@code photo-empty}, {@code
   *     photo-too-large}, {@code photo-too-small}, {@code photo-truncated} or {@code
   *     photo-not-an-image}
   */
  public PhotoPrepared prepare(PreparePhoto spec, TaskContext context) {
    ObjectRef photo = spec.photo();
    try (FaceCropper cropper = croppers.open()) {
      limits.checkSize(photo.bytes());
      byte[] content = store.read(photo);
      context.throwIfStopping();
      FaceCrop crop = cropper.crops(content, spec.recipe(), spec.choice()).get(0);
      ObjectRef stored = context.outputs().put(Bucket.SYNTHESES, CROP, crop.png(), "image/png");
      return new PhotoPrepared(
          stored, crop.box(), spec.keepsPhoto() ? kept(content, crop, context) : null);
    } catch (PictureRefused e) {
      throw new InvalidInput(PhotoProblem.code(e), PhotoProblem.message(photo.key(), e), e);
    }
  }

  private UprightPhoto kept(byte[] content, FaceCrop crop, TaskContext context) {
    byte[] png = upright.png(content);
    return new UprightPhoto(
        context.outputs().put(Bucket.SYNTHESES, PHOTO, png, "image/png"),
        Objects.requireNonNull(crop.placement(), "A crop that was just cut has its place"));
  }
}
