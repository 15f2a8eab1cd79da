package io.mien.synth;

import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.store.ObjectStore;
import io.mien.synth.engine.LoadedGenerator;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.form.Blend;
import io.mien.synth.form.PhotoImages;
import io.mien.synth.image.GeneratedPng;
import io.mien.synth.image.ImageEncoder;
import io.mien.synth.image.Marking;
import io.mien.synth.image.Origin;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The expression set of one prepared photo. */
final class PhotoSynthesis {

  private final ObjectStore store;
  private final SynthEngine engine;
  private final Marking marking;

  PhotoSynthesis(ObjectStore store, SynthEngine engine, Marking marking) {
    this.store = store;
    this.engine = engine;
    this.marking = marking;
  }

  ImagesSynthesised synthesise(SynthesisePhoto task, TaskContext context) {
    RgbImage face = Png.decode(store.read(task.crop()));
    try (LoadedGenerator generator = engine.open(task.checkpoint(), Requester.onDemand(context))) {
      Generators.requireSize(face.width(), generator);
      Targets targets = Generators.targets(task.group(), task.expressions(), generator);
      context.progress(new Progress("generate", "images", 0, targets.size(), 0));
      List<RgbImage> faces =
          generator.translate(
              targets.group().name(),
              Collections.nCopies(targets.size(), known(face, task.holds(), targets.group())),
              targets.labels());
      Origin origin = new Origin(task.checkpoint(), generator.terms());
      return publish(task, face, targets, blended(task, face, faces), origin, context);
    }
  }

  private static KnownFace known(RgbImage face, List<String> holds, LabelGroup group) {
    try {
      return KnownFace.holding(face, group, holds);
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
      Origin origin,
      TaskContext context) {
    PhotoImages output = new PhotoImages(task, face, encoder(task, origin), store, context);
    List<SynthesisedImage> images = images(task, output, targets, faces);
    List<RgbImage> row = new ArrayList<>(List.of(face));
    row.addAll(faces);
    byte[] sheet = new GeneratedPng(origin, marking).encodeSheet(ImageGrid.of(row, row.size()));
    ObjectRef contactSheet =
        context.outputs().put(Bucket.SYNTHESES, "contact-sheet.png", sheet, "image/png");
    PrefixRef set = SynthesisFiles.publish(context, origin, targets, images);
    return new ImagesSynthesised(set, images, images.size(), contactSheet, targets.columns());
  }

  private ImageEncoder encoder(SynthesisePhoto task, Origin origin) {
    ImageOutput output = task.into() == null ? ImageOutput.CROP : ImageOutput.PASTED;
    return ImageEncoder.of(task.wanted().encoding(), output, origin, marking);
  }

  /** Crops side by side; pasted ones, which are as large as the photo, one after the other. */
  private static List<SynthesisedImage> images(
      SynthesisePhoto task, PhotoImages output, Targets targets, List<RgbImage> faces) {
    if (task.into() != null) {
      return IntStream.range(0, faces.size())
          .mapToObj(i -> output.publish(faces.get(i), targets.labels().get(i)))
          .toList();
    }
    try (Uploads<SynthesisedImage> uploads = new Uploads<>()) {
      for (int i = 0; i < faces.size(); i++) {
        RgbImage drawn = faces.get(i);
        String label = targets.labels().get(i);
        uploads.add(() -> output.publish(drawn, label));
      }
      return uploads.finish();
    }
  }
}
