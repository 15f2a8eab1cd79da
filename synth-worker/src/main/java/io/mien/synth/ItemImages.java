package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.networks.image.RgbImage;
import io.mien.synth.form.Resized;
import io.mien.synth.image.ImageEncoder;
import io.mien.synth.image.Marking;
import io.mien.synth.quality.GatedImage;
import io.mien.worker.TaskContext;

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

  SynthesisedItem.Image publish(PreparedItem item, GatedImage made) {
    RgbImage image = Resized.of(made.image(), form);
    ImageEncoder encoder =
        ImageEncoder.of(form.encoding(), ImageOutput.CROP, made.origin(), marking);
    byte[] bytes = encoder.encode(image, made.label(), item.source());
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
