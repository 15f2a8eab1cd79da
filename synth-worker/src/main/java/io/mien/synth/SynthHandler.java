package io.mien.synth;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.store.ObjectStore;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.Marking;
import io.mien.synth.reuse.MadeItems;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;
import org.jspecify.annotations.Nullable;

/** Generates what a task asks for. */
public final class SynthHandler implements TaskHandler {

  private final DatasetSynthesis datasets;
  private final PhotoSynthesis photos;
  private final ItemSynthesis items;
  private final FaceGeneration faces;

  /**
   * @param engine that draws, for all tasks; stays the caller's
   * @param marking of every image
   * @param made images of photos that were made before; null to make all anew
   */
  public SynthHandler(
      ObjectStore store, SynthEngine engine, Marking marking, @Nullable MadeItems made) {
    this.datasets = new DatasetSynthesis(store, engine, marking);
    this.photos = new PhotoSynthesis(store, engine, marking, made);
    this.items = new ItemSynthesis(store, engine, marking, made);
    this.faces = new FaceGeneration(engine, marking);
  }

  @Override
  public TaskResult handle(TaskContext context) throws Exception {
    TaskSpec spec = context.task().spec();
    try {
      if (spec instanceof SynthesiseDataset dataset) {
        return datasets.synthesise(dataset, context);
      }
      if (spec instanceof SynthesisePhoto photo) {
        return photos.synthesise(photo, context);
      }
      if (spec instanceof SynthesiseItems part) {
        return items.synthesise(part, context);
      }
      if (spec instanceof GenerateFaces generate) {
        return faces.generate(generate, context);
      }
    } catch (InvalidCheckpoint e) {
      throw new InvalidInput("checkpoint-unreadable", String.valueOf(e.getMessage()), e);
    }
    throw new InvalidInput(
        "wrong-worker",
        "Task %s is a %s: not for a synth worker."
            .formatted(context.task().taskId(), spec.getClass().getSimpleName()));
  }
}
