package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.synth.image.Marking;
import io.mien.synth.quality.GatedImage;
import io.mien.worker.TaskContext;
import java.util.List;

/** Writes images of items in the form that the synthesis asks for. Thread-safe. */
final class ItemImages {

  private final TaskContext context;
  private final ImageForm form;
  private final Marking marking;

  ItemImages(SynthesiseItems task, TaskContext context, Marking marking) {
    this.context = context;
    this.form = task.wanted();
    this.marking = marking;
  }

  /** The images of one item, one after the other; lets go of its photo. */
  List<SynthesisedItem.Image> publish(ItemFace face, List<GatedImage> images) {
    Finish finish = new Finish(form, face.paste(), marking);
    List<SynthesisedItem.Image> published =
        images.stream().map(image -> publish(face.item(), image, finish)).toList();
    face.discardPhoto();
    return published;
  }

  private SynthesisedItem.Image publish(PreparedItem item, GatedImage made, Finish finish) {
    byte[] bytes = finish.of(made, item.source()).bytes();
    String name =
        "images/%08d/%s.%s".formatted(item.line(), made.label(), form.encoding().ending());
    ObjectRef stored =
        context.outputs().put(Bucket.SYNTHESES, name, bytes, form.encoding().mediaType());
    return new SynthesisedItem.Image(
        made.label(),
        stored,
        made.otherCheckpoint(),
        made.share() == 1 ? null : made.share(),
        made.quality());
  }
}
