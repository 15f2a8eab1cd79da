package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.GeneratedFace;
import io.mien.contracts.task.GenerateFaces;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.RgbImage;
import io.mien.synth.engine.LoadedFaceGenerator;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.GeneratedPng;
import io.mien.synth.image.Marking;
import io.mien.synth.image.Origin;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;

/** Faces of nobody, from a seed: batch by batch, so memory does not depend on their number. */
final class FaceGeneration {

  private static final int BATCH = 32;
  private static final int SHEET_COLUMNS = 8;
  private static final int SHEET_FACES = SHEET_COLUMNS * SHEET_COLUMNS;

  private final SynthEngine engine;
  private final Marking marking;

  FaceGeneration(SynthEngine engine, Marking marking) {
    this.engine = engine;
    this.marking = marking;
  }

  FacesGenerated generate(GenerateFaces task, TaskContext context) {
    List<RgbImage> sheet = new ArrayList<>();
    ProgressMeter meter = new ProgressMeter(context::progress, "generate", "images", task.count());
    try (LoadedFaceGenerator generator =
            engine.openFaces(task.checkpoint(), Requester.bulk(context));
        SideThreads<GeneratedFace> uploads = new SideThreads<>()) {
      Origin origin = new Origin(task.checkpoint(), generator.terms());
      GeneratedPng png = new GeneratedPng(origin, marking);
      for (int first = 0; first < task.count(); first += BATCH) {
        context.throwIfStopping();
        int size = Math.min(BATCH, task.count() - first);
        List<RgbImage> faces = generator.generate(task.seed(), first, size);
        for (int i = 0; i < size; i++) {
          int number = first + i;
          RgbImage face = faces.get(i);
          uploads.add(() -> upload(face, number, task.seed(), png, context));
        }
        sheet.addAll(faces.subList(0, Math.min(size, SHEET_FACES - sheet.size())));
        meter.advance(size);
      }
      ObjectRef sheetImage = sheet(sheet, png, context);
      PrefixRef set = SynthesisFiles.publishFaces(context, origin, task.seed(), uploads.finish());
      return new FacesGenerated(set, task.seed(), task.count(), sheetImage);
    }
  }

  private static GeneratedFace upload(
      RgbImage face, int number, long seed, GeneratedPng png, TaskContext context) {
    byte[] bytes = png.encode(face, seed, number);
    String name = "images/%08d.png".formatted(number);
    return new GeneratedFace(
        number, context.outputs().put(Bucket.SYNTHESES, name, bytes, "image/png"));
  }

  private static ObjectRef sheet(List<RgbImage> faces, GeneratedPng png, TaskContext context) {
    RgbImage grid = ImageGrid.of(faces, Math.min(SHEET_COLUMNS, faces.size()));
    return context
        .outputs()
        .put(Bucket.SYNTHESES, "contact-sheet.png", png.encodeSheet(grid), "image/png");
  }
}
