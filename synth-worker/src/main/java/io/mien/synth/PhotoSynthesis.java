package io.mien.synth;

import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.store.ObjectStore;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.GeneratedPng;
import io.mien.synth.image.Marking;
import io.mien.synth.image.Origin;
import io.mien.synth.quality.GatedGenerator;
import io.mien.synth.quality.GatedImage;
import io.mien.worker.TaskContext;
import java.util.Collections;
import java.util.List;

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
    try (GatedGenerator generator =
        GatedGenerator.open(
            engine,
            task.checkpoint(),
            task.wanted().share(),
            task.quality(),
            Requester.onDemand(context))) {
      Generators.requireSize(face.width(), generator.own());
      Targets targets = Generators.targets(task.group(), task.expressions(), generator.own());
      context.progress(new Progress("generate", "images", 0, targets.size(), 0));
      List<GatedImage> images =
          generator.generate(
              targets.group().name(),
              Collections.nCopies(targets.size(), known(face, task.holds(), targets.group())),
              targets.labels());
      return publish(task, face, targets, images, context);
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

  private ImagesSynthesised publish(
      SynthesisePhoto task,
      RgbImage face,
      Targets targets,
      List<GatedImage> made,
      TaskContext context) {
    Origin origin = new Origin(task.checkpoint(), terms(made));
    List<SynthesisedImage> images;
    ObjectRef contactSheet;
    // While the images are encoded and stored, so is the sheet: somebody waits
    try (SideThreads<ObjectRef> sheet = new SideThreads<>(1, 1)) {
      sheet.add(() -> contactSheet(face, made, origin, context));
      images =
          new PhotoImages(task, face, store, marking, context)
              .publish(made.stream().filter(GatedImage::isAccepted).toList());
      contactSheet = sheet.finish().get(0);
    }
    PrefixRef set = SynthesisFiles.publish(context, origin, targets, images);
    return new ImagesSynthesised(
        set, images, images.size(), contactSheet, targets.columns(), GatedImage.rejected(made));
  }

  private ObjectRef contactSheet(
      RgbImage face, List<GatedImage> made, Origin origin, TaskContext context) {
    Gallery row = new Gallery(1);
    row.offer(face, made.stream().map(GatedImage::image).toList());
    return row.publish(context, new GeneratedPng(origin, marking));
  }

  /** The strictest of all checkpoints that had a part in it. */
  private static UsageTerms terms(List<GatedImage> made) {
    return made.stream()
        .map(each -> each.origin().terms())
        .reduce(UsageTerms::and)
        .orElse(UsageTerms.UNKNOWN);
  }
}
