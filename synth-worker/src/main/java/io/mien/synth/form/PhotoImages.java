package io.mien.synth.form;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.ObjectStore;
import io.mien.synth.image.ImageEncoder;
import io.mien.synth.paste.FacePaste;
import io.mien.worker.TaskContext;
import java.util.Optional;

/**
 * The images of one photo on their way to the store. Thread-safe; but a pasted one is as large as
 * the photo, so better one after the other.
 */
public final class PhotoImages {

  private static final String CROP = "photo";

  private final SynthesisePhoto task;
  private final TaskContext context;
  private final ImageForm form;
  private final ImageEncoder encoder;
  private final Optional<FacePaste> paste;

  /**
   * @param face the task's crop
   * @param encoder of images in the form that the task asks for
   * @throws io.mien.contracts.failure.InvalidInput {@code object-missing} or {@code object-corrupt}
   */
  public PhotoImages(
      SynthesisePhoto task,
      RgbImage face,
      ImageEncoder encoder,
      ObjectStore store,
      TaskContext context) {
    UprightPhoto into = task.into();
    this.task = task;
    this.context = context;
    this.form = task.wanted();
    this.encoder = encoder;
    this.paste =
        Optional.ofNullable(into)
            .map(
                photo ->
                    new FacePaste(Png.decode(store.read(photo.image())), face, photo.placement()));
  }

  /** Stores one image in the form that the task asks for. */
  public SynthesisedImage publish(RgbImage generated, String label) {
    context.throwIfStopping();
    RgbImage image = formed(generated);
    byte[] bytes = encoder.encode(image, label, task.crop().sha256());
    String name = "images/" + label + "." + form.encoding().ending();
    ObjectRef stored =
        context.outputs().put(Bucket.SYNTHESES, name, bytes, form.encoding().mediaType());
    return new SynthesisedImage(CROP, null, null, label, stored, image.width(), image.height());
  }

  private RgbImage formed(RgbImage generated) {
    if (paste.isPresent()) {
      return paste.get().with(generated);
    }
    return form.size() == null ? generated : Resized.square(generated, form.size());
  }
}
