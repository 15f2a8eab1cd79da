package io.mien.synth;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.device.TorchRuntime;
import io.mien.store.ObjectStore;
import io.mien.synth.image.Marking;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;

/** Generates what a task asks for. */
public final class SynthHandler implements TaskHandler {

  private final DatasetSynthesis datasets;
  private final PhotoSynthesis photos;
  private final FaceGeneration faces;
  private final int threads;

  /**
   * @param device {@code auto}, {@code cpu} or {@code cuda:0}
   * @param threads threads that one libtorch operation may use
   * @param marking of every image
   */
  public SynthHandler(ObjectStore store, String device, int threads, Marking marking) {
    Generators generators = new Generators(store, device);
    this.datasets = new DatasetSynthesis(store, generators, marking);
    this.photos = new PhotoSynthesis(store, generators, marking);
    this.faces = new FaceGeneration(generators, marking);
    this.threads = threads;
  }

  @Override
  public TaskResult handle(TaskContext context) throws Exception {
    // OpenMP keeps the number per calling thread, so it is set on the one that generates.
    TorchRuntime.useThreads(threads);
    TaskSpec spec = context.task().spec();
    try {
      if (spec instanceof SynthesiseDataset dataset) {
        return datasets.synthesise(dataset, context);
      }
      if (spec instanceof SynthesisePhoto photo) {
        return photos.synthesise(photo, context);
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
