package io.mien.synth;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.ObjectStore;
import io.mien.synth.image.Marking;
import io.mien.synth.paste.FacePaste;
import io.mien.synth.quality.GatedImage;
import io.mien.worker.TaskContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The images of one photo on their way to the store. */
final class PhotoImages {

  private static final String CROP = "photo";

  private final SynthesisePhoto task;
  private final TaskContext context;
  private final Finish finish;

  /**
   * @param face the task's crop
   * @throws io.mien.contracts.failure.InvalidInput {@code object-missing} or {@code object-corrupt}
   */
  PhotoImages(
      SynthesisePhoto task,
      RgbImage face,
      ObjectStore store,
      Marking marking,
      TaskContext context) {
    UprightPhoto into = task.into();
    this.task = task;
    this.context = context;
    this.finish =
        new Finish(
            task.wanted(),
            Optional.ofNullable(into)
                .map(
                    photo ->
                        new FacePaste(
                            Png.decode(store.read(photo.image())), face, photo.placement())),
            marking);
  }

  /**
   * Stores crops side by side; pasted ones, as large as the photo, one after the other.
   *
   * @param taken those of them that were made before
   */
  List<SynthesisedImage> publish(List<GatedImage> images, List<TakenImage> taken) {
    if (finish.paste().isPresent()) {
      return images.stream().map(image -> publish(image, taken)).toList();
    }
    try (SideThreads<SynthesisedImage> uploads = new SideThreads<>()) {
      images.forEach(image -> uploads.add(() -> publish(image, taken)));
      return uploads.finish();
    }
  }

  private SynthesisedImage publish(GatedImage image, List<TakenImage> taken) {
    context.throwIfStopping();
    return taken.stream()
        .filter(each -> each.label().equals(image.label()))
        .findFirst()
        .map(this::copy)
        .orElseGet(() -> store(image, finish.of(image, task.source()), null));
  }

  /** A copy: each request keeps its own, for as long as it is kept itself. */
  private SynthesisedImage copy(TakenImage taken) {
    RgbImage pixels = taken.image().image();
    return store(
        taken.image(),
        new Finish.Picture(taken.png(), pixels.width(), pixels.height()),
        taken.made().takenFrom(context.task().taskId()));
  }

  private SynthesisedImage store(
      GatedImage made, Finish.Picture picture, @Nullable TaskId reusedFrom) {
    ImageForm form = finish.form();
    String name = "images/" + made.label() + "." + form.encoding().ending();
    ObjectRef stored =
        context.outputs().put(Bucket.SYNTHESES, name, picture.bytes(), form.encoding().mediaType());
    return new SynthesisedImage(
        CROP,
        null,
        null,
        made.label(),
        stored,
        picture.width(),
        picture.height(),
        made.otherCheckpoint(),
        made.share() == form.share() ? null : made.share(),
        made.quality(),
        reusedFrom);
  }
}
