package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.synth.image.GeneratedPng;
import io.mien.synth.image.Marking;
import io.mien.synth.image.Origin;
import io.mien.worker.TaskContext;
import java.util.List;

/** The expressions of many faces on their way to the store. Used by one thread. */
final class SynthesisOutput implements AutoCloseable {

  private final TaskContext context;
  private final GeneratedPng png;
  private final SideThreads<SynthesisedImage> uploads = new SideThreads<>();

  SynthesisOutput(TaskContext context, Origin origin, Marking marking) {
    this.context = context;
    this.png = new GeneratedPng(origin, marking);
  }

  /** Queues one face with its targets. */
  void add(SourceFace face, Targets targets, List<RgbImage> generated) {
    for (int i = 0; i < generated.size(); i++) {
      RgbImage image = generated.get(i);
      String label = targets.labels().get(i);
      uploads.add(() -> upload(face, targets.group(), label, image));
    }
  }

  ObjectRef publish(Gallery gallery) {
    return gallery.publish(context, png);
  }

  /** Waits for every upload; the images in the order they were added. */
  List<SynthesisedImage> finish() {
    return uploads.finish();
  }

  @Override
  public void close() {
    uploads.close();
  }

  private SynthesisedImage upload(SourceFace face, LabelGroup group, String label, RgbImage image) {
    byte[] bytes = png.encode(image, label, face.crop().sha256());
    String name = "images/" + face.crop().key() + "/" + label + ".png";
    ObjectRef stored = context.outputs().put(Bucket.SYNTHESES, name, bytes, "image/png");
    return new SynthesisedImage(
        face.crop().key(), face.crop().subject(), face.shows(group), label, stored);
  }
}
