package io.mien.synth;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.GeneratedFace;
import io.mien.contracts.task.GenerateFaces;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.FaceGenerator;
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

  private final Generators generators;
  private final Marking marking;

  FaceGeneration(Generators generators, Marking marking) {
    this.generators = generators;
    this.marking = marking;
  }

  FacesGenerated generate(GenerateFaces task, TaskContext context) {
    List<RgbImage> sheet = new ArrayList<>();
    ProgressMeter meter = new ProgressMeter(context::progress, "generate", "images", task.count());
    try (FaceGenerator generator = generators.loadFaces(task.checkpoint(), context);
        Uploads<GeneratedFace> uploads = new Uploads<>()) {
      GeneratedPng png = new GeneratedPng(origin(task, context), marking);
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
      return publish(task, uploads.finish(), sheet, png, context);
    }
  }

  private static Origin origin(GenerateFaces task, TaskContext context) {
    return new Origin(task.checkpoint(), Generators.terms(context));
  }

  private static GeneratedFace upload(
      RgbImage face, int number, long seed, GeneratedPng png, TaskContext context) {
    byte[] bytes = png.encode(face, seed, number);
    String name = "images/%08d.png".formatted(number);
    return new GeneratedFace(
        number, context.outputs().put(Bucket.SYNTHESES, name, bytes, "image/png"));
  }

  private static FacesGenerated publish(
      GenerateFaces task,
      List<GeneratedFace> faces,
      List<RgbImage> sheet,
      GeneratedPng png,
      TaskContext context) {
    RgbImage grid = ImageGrid.of(sheet, Math.min(SHEET_COLUMNS, sheet.size()));
    ObjectRef contactSheet =
        context
            .outputs()
            .put(Bucket.SYNTHESES, "contact-sheet.png", png.encodeSheet(grid), "image/png");
    PrefixRef set = SynthesisFiles.publishFaces(context, origin(task, context), task.seed(), faces);
    return new FacesGenerated(set, task.seed(), task.count(), contactSheet);
  }
}
