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
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.store.ObjectStore;
import io.mien.synth.engine.LoadedGenerator;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.GeneratedPng;
import io.mien.synth.image.Marking;
import io.mien.synth.image.Origin;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The expression set of one prepared photo. */
final class PhotoSynthesis {

  private static final String CROP = "photo";

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
      return publish(task, face, targets, faces, origin, context);
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

  private ImagesSynthesised publish(
      SynthesisePhoto task,
      RgbImage face,
      Targets targets,
      List<RgbImage> faces,
      Origin origin,
      TaskContext context) {
    GeneratedPng png = new GeneratedPng(origin, marking);
    List<SynthesisedImage> images;
    try (Uploads<SynthesisedImage> uploads = new Uploads<>()) {
      for (int i = 0; i < faces.size(); i++) {
        RgbImage drawn = faces.get(i);
        String label = targets.labels().get(i);
        uploads.add(() -> upload(png.encode(drawn, label, task.crop().sha256()), label, context));
      }
      images = uploads.finish();
    }
    List<RgbImage> row = new ArrayList<>(List.of(face));
    row.addAll(faces);
    byte[] sheet = png.encodeSheet(ImageGrid.of(row, row.size()));
    ObjectRef contactSheet =
        context.outputs().put(Bucket.SYNTHESES, "contact-sheet.png", sheet, "image/png");
    PrefixRef set = SynthesisFiles.publish(context, origin, targets, images);
    return new ImagesSynthesised(set, images, images.size(), contactSheet, targets.columns());
  }

  private static SynthesisedImage upload(byte[] png, String label, TaskContext context) {
    String name = "images/" + label + ".png";
    ObjectRef image = context.outputs().put(Bucket.SYNTHESES, name, png, "image/png");
    return new SynthesisedImage(CROP, null, null, label, image);
  }
}
