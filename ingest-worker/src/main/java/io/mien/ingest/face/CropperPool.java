package io.mien.ingest.face;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps croppers for the next task: loading the classifiers of one takes longer than many photos.
 * Holds as many as were ever used at once. Thread-safe.
 */
public final class CropperPool implements FaceCroppers, AutoCloseable {

  private final FaceCroppers maker;
  private final Queue<FaceCropper> idle = new ConcurrentLinkedQueue<>();

  public CropperPool(FaceCroppers maker) {
    this.maker = maker;
  }

  /** A cropper of the caller's own until it is closed. */
  @Override
  public FaceCropper open() {
    FaceCropper kept = idle.poll();
    return new Lent(kept == null ? maker.open() : kept);
  }

  @Override
  public void close() {
    for (FaceCropper cropper = idle.poll(); cropper != null; cropper = idle.poll()) {
      cropper.close();
    }
  }

  private final class Lent implements FaceCropper {

    private final FaceCropper cropper;

    Lent(FaceCropper cropper) {
      this.cropper = cropper;
    }

    @Override
    public List<FaceCrop> crops(byte[] photo, CropRecipe recipe, FaceChoice choice) {
      return cropper.crops(photo, recipe, choice);
    }

    @Override
    public void close() {
      idle.add(cropper);
    }
  }
}
