package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.store.ObjectStore;
import io.mien.synth.image.Marking;
import io.mien.synth.quality.GatedImage;
import io.mien.synth.reuse.MadeImage;
import io.mien.worker.TaskContext;
import java.util.List;

/** Writes images of items in the form that the synthesis asks for. Thread-safe. */
final class ItemImages {

  private final ObjectStore store;
  private final TaskContext context;
  private final ImageForm form;
  private final Marking marking;

  ItemImages(SynthesiseItems task, ObjectStore store, TaskContext context, Marking marking) {
    this.store = store;
    this.context = context;
    this.form = task.wanted();
    this.marking = marking;
  }

  /** The images of one item, one after the other. */
  List<MadeImage> publish(ItemFace face, List<GatedImage> images) {
    if (images.isEmpty()) {
      return List.of(); // the photo is not needed
    }
    Finish finish = new Finish(form, face.paste(), marking);
    return images.stream()
        .map(image -> publish(face.item(), image, finish))
        .map(image -> new MadeImage(context.task().taskId(), image))
        .toList();
  }

  /**
   * Those that were made before. They are copied: each synthesis keeps its own, for as long as it
   * is kept itself.
   *
   * @throws io.mien.contracts.failure.InvalidInput {@code object-missing} or {@code object-corrupt}
   */
  MadeImage copy(ItemFace face, MadeImage made) {
    byte[] bytes = store.read(made.image().image());
    return new MadeImage(made.task(), made.image().at(put(face.item(), made.label(), bytes)));
  }

  private ObjectRef put(PreparedItem item, String label, byte[] bytes) {
    String name = "images/%08d/%s.%s".formatted(item.line(), label, form.encoding().ending());
    return context.outputs().put(Bucket.SYNTHESES, name, bytes, form.encoding().mediaType());
  }

  private SynthesisedItem.Image publish(PreparedItem item, GatedImage made, Finish finish) {
    byte[] bytes = finish.of(made, item.source()).bytes();
    return new SynthesisedItem.Image(
        made.label(),
        put(item, made.label(), bytes),
        made.otherCheckpoint(),
        made.share() == 1 ? null : made.share(),
        made.quality(),
        null);
  }
}
