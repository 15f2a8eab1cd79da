package io.mien.synth;

import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.store.ObjectStore;
import io.mien.synth.form.Blend;
import io.mien.synth.form.PhotoImages;
import io.mien.synth.image.Origin;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The expression set of one prepared photo. */
final class PhotoSynthesis {

  private final ObjectStore store;
  private final Generators generators;

  PhotoSynthesis(ObjectStore store, Generators generators) {
    this.store = store;
    this.generators = generators;
  }

  ImagesSynthesised synthesise(SynthesisePhoto task, TaskContext context) {
    RgbImage face = Png.decode(store.read(task.crop()));
    try (ExpressionGenerator generator = generators.load(task.checkpoint(), context)) {
      Generators.requireSize(face.width(), generator);
      Targets targets = Generators.targets(task.group(), task.expressions(), generator);
      context.progress(new Progress("generate", "images", 0, targets.size(), 0));
      List<RgbImage> faces =
          generator.translate(
              targets.group().name(),
              Collections.nCopies(targets.size(), known(face, task.holds(), targets.group())),
              targets.labels());
      return publish(task, face, targets, blended(task, face, faces), context);
    }
  }

  private static KnownFace known(RgbImage face, List<String> holds, LabelGroup group) {
    if (holds.isEmpty()) {
      return KnownFace.of(face);
    }
    try {
      return new KnownFace(face, Map.of(group.name(), group.held(holds)));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "unknown-expression",
          "Start from a photo that shows %s: %s".formatted(holds, e.getMessage()),
          e);
    }
  }

  private static List<RgbImage> blended(SynthesisePhoto task, RgbImage face, List<RgbImage> faces) {
    double share = task.wanted().share();
    return faces.stream().map(generated -> Blend.of(face, generated, share)).toList();
  }

  private ImagesSynthesised publish(
      SynthesisePhoto task,
      RgbImage face,
      Targets targets,
      List<RgbImage> faces,
      TaskContext context) {
    Origin origin = new Origin(task.checkpoint(), Generators.terms(context));
    PhotoImages output = new PhotoImages(task, face, origin, store, context);
    List<SynthesisedImage> images = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      images.add(output.publish(faces.get(i), targets.labels().get(i)));
    }
    List<RgbImage> row = new ArrayList<>(List.of(face));
    row.addAll(faces);
    byte[] sheet = Png.encode(ImageGrid.of(row, row.size()));
    ObjectRef contactSheet =
        context.outputs().put(Bucket.SYNTHESES, "contact-sheet.png", sheet, "image/png");
    PrefixRef set = SynthesisFiles.publish(context, origin, targets, images);
    return new ImagesSynthesised(set, images, images.size(), contactSheet, targets.columns());
  }
}
