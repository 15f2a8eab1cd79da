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
import io.mien.synth.reuse.MadeItems;
import io.mien.worker.TaskContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The expression set of one prepared photo. */
final class PhotoSynthesis {

  private final ObjectStore store;
  private final SynthEngine engine;
  private final Marking marking;
  private final @Nullable MadeItems made;

  /**
   * @param made what was made before; null to make everything anew
   */
  PhotoSynthesis(ObjectStore store, SynthEngine engine, Marking marking, @Nullable MadeItems made) {
    this.store = store;
    this.engine = engine;
    this.marking = marking;
    this.made = made;
  }

  ImagesSynthesised synthesise(SynthesisePhoto task, TaskContext context) {
    try (GatedGenerator generator =
        GatedGenerator.open(
            engine,
            task.checkpoint(),
            task.wanted().share(),
            task.quality(),
            Requester.onDemand(context))) {
      Targets targets = Generators.targets(task.group(), task.expressions(), generator.own());
      PhotoReuse reuse = new PhotoReuse(task, targets, store, made);
      RgbImage face;
      List<TakenImage> taken;
      // While the crop is read, what was made before is looked up: somebody waits
      try (SideThreads<List<TakenImage>> lookup = new SideThreads<>(1, 1)) {
        lookup.add(() -> reuse.find(generator));
        face = Png.decode(store.read(task.crop()));
        Generators.requireSize(face.width(), generator.own());
        taken = lookup.finish().get(0);
      }
      context.progress(new Progress("generate", "images", 0, targets.size(), 0));
      List<GatedImage> images = images(task, face, targets, taken, generator);
      return publish(task, face, targets, new Made(images, taken, reuse), context);
    }
  }

  /** Images of all targets, in their order; those that were not taken over are generated. */
  private static List<GatedImage> images(
      SynthesisePhoto task,
      RgbImage face,
      Targets targets,
      List<TakenImage> taken,
      GatedGenerator generator) {
    Map<String, GatedImage> images = new HashMap<>();
    taken.forEach(each -> images.put(each.label(), each.image()));
    List<String> left =
        targets.labels().stream().filter(label -> !images.containsKey(label)).toList();
    KnownFace known = known(face, task.holds(), targets.group());
    if (!left.isEmpty()) {
      generator
          .generate(targets.group().name(), Collections.nCopies(left.size(), known), left)
          .forEach(image -> images.put(image.label(), image));
    }
    return targets.labels().stream().map(images::get).filter(Objects::nonNull).toList();
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

  /**
   * What is to be published.
   *
   * @param images of all targets, in their order
   * @param taken those of them that were made before
   */
  private record Made(List<GatedImage> images, List<TakenImage> taken, PhotoReuse reuse) {}

  private ImagesSynthesised publish(
      SynthesisePhoto task, RgbImage face, Targets targets, Made made, TaskContext context) {
    Origin origin = new Origin(task.checkpoint(), terms(made.images()));
    List<SynthesisedImage> images;
    ObjectRef contactSheet;
    // While the images are encoded and stored, so is the sheet: somebody waits
    try (SideThreads<ObjectRef> sheet = new SideThreads<>(1, 1)) {
      sheet.add(() -> contactSheet(face, made.images(), origin, context));
      images =
          new PhotoImages(task, face, store, marking, context)
              .publish(
                  made.images().stream().filter(GatedImage::isAccepted).toList(), made.taken());
      contactSheet = sheet.finish().get(0);
    }
    PrefixRef set;
    // While it is written what they are, the images are remembered
    try (SideThreads<PrefixRef> files = new SideThreads<>(1, 1)) {
      files.add(() -> SynthesisFiles.publish(context, origin, targets, images));
      made.reuse().remember(images, context.task().taskId());
      set = files.finish().get(0);
    }
    return new ImagesSynthesised(
        set,
        images,
        images.size(),
        contactSheet,
        targets.columns(),
        GatedImage.rejected(made.images()));
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
