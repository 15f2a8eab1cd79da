package io.mien.synth;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.CropReader;
import io.mien.store.dataset.PreparedDataset;
import io.mien.synth.engine.LoadedGenerator;
import io.mien.synth.engine.Requester;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.Marking;
import io.mien.synth.image.Origin;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The expression sets of one part of a dataset: every crop in every target expression, batch by
 * batch.
 */
final class DatasetSynthesis {

  private static final int CROPS_IN_BATCH = 8;

  private final ObjectStore store;
  private final SynthEngine engine;
  private final Marking marking;

  DatasetSynthesis(ObjectStore store, SynthEngine engine, Marking marking) {
    this.store = store;
    this.engine = engine;
    this.marking = marking;
  }

  ImagesSynthesised synthesise(SynthesiseDataset task, TaskContext context) {
    PreparedDataset dataset = PreparedDataset.open(store, task.dataset(), context.workDirectory());
    CropSelection selection = CropSelection.of(dataset, task.split(), task.group(), task.limit());
    if (selection.size() == 0) {
      throw new InvalidInput(
          "split-empty",
          "Synthesise from the %s part of dataset %s: it has no crop."
              .formatted(task.split().wireName(), dataset.manifest().name()));
    }
    try (LoadedGenerator generator = engine.open(task.checkpoint(), Requester.bulk(context));
        SynthesisOutput output =
            new SynthesisOutput(context, origin(task, dataset, generator), marking)) {
      Generators.requireSize(dataset.manifest().recipe().size(), generator);
      Targets targets = Generators.targets(task.group(), task.expressions(), generator);
      ProgressMeter meter =
          new ProgressMeter(
              context::progress, "generate", "images", (long) selection.size() * targets.size());
      Gallery gallery = new Gallery(selection.size());
      try (CropReader reader = dataset.read(task.split())) {
        List<Crop> batch = next(reader, selection);
        while (!batch.isEmpty()) {
          context.throwIfStopping();
          generate(batch, targets, generator, output, gallery);
          meter.advance((long) batch.size() * targets.size());
          batch = next(reader, selection);
        }
      }
      return publish(origin(task, dataset, generator), targets, output, gallery, context);
    }
  }

  private static Origin origin(
      SynthesiseDataset task, PreparedDataset dataset, LoadedGenerator generator) {
    return new Origin(task.checkpoint(), generator.terms().and(dataset.manifest().terms()));
  }

  private static List<Crop> next(CropReader reader, CropSelection selection) {
    List<Crop> batch = new ArrayList<>();
    while (batch.size() < CROPS_IN_BATCH && reader.hasNext()) {
      Crop crop = reader.next();
      if (selection.contains(crop.record())) {
        batch.add(crop);
      }
    }
    return batch;
  }

  private static void generate(
      List<Crop> batch,
      Targets targets,
      LoadedGenerator generator,
      SynthesisOutput output,
      Gallery gallery) {
    List<SourceFace> faces = batch.stream().map(SourceFace::of).toList();
    List<KnownFace> inputs = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (SourceFace face : faces) {
      for (String target : targets.labels()) {
        inputs.add(face.known(targets.group()));
        wanted.add(target);
      }
    }
    List<RgbImage> images = generator.translate(targets.group().name(), inputs, wanted);
    for (int i = 0; i < faces.size(); i++) {
      List<RgbImage> row = images.subList(i * targets.size(), (i + 1) * targets.size());
      output.add(faces.get(i), targets, row);
      gallery.offer(faces.get(i).image(), row);
    }
  }

  private static ImagesSynthesised publish(
      Origin origin,
      Targets targets,
      SynthesisOutput output,
      Gallery gallery,
      TaskContext context) {
    var contactSheet = output.publish(gallery);
    var images = output.finish();
    return new ImagesSynthesised(
        SynthesisFiles.publish(context, origin, targets, images),
        List.of(),
        images.size(),
        contactSheet,
        targets.columns());
  }
}
