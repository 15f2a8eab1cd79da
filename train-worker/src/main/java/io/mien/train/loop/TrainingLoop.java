package io.mien.train.loop;

import io.mien.contracts.event.Progress;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.TrainingRequest;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.training.Trainer;
import io.mien.networks.training.TrainingStep;
import io.mien.store.curve.CurveFile;
import io.mien.train.curve.Curves;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.nio.file.Path;

/**
 * Drives a trainer to its end: reports every step, draws samples, publishes training states. One
 * thread owns it.
 */
public final class TrainingLoop {

  private final Trainer trainer;
  private final TrainingRequest request;
  private final TaskContext context;
  private final Curves curves;
  private final Sampler sampler;

  public TrainingLoop(
      Trainer trainer,
      TrainingRequest request,
      TaskContext context,
      Curves curves,
      Sampler sampler) {
    this.trainer = trainer;
    this.request = request;
    this.context = context;
    this.curves = curves;
    this.sampler = sampler;
  }

  /**
   * Runs to the last iteration.
   *
   * @param phase what is trained, for people
   * @param notes travel with every training state
   * @throws io.mien.contracts.failure.Cancelled at a step, when the attempt is to stop
   */
  public void run(String phase, CheckpointNotes notes) {
    ProgressMeter meter =
        new ProgressMeter(context::progress, phase, "iterations", trainer.iterations());
    meter.startAt(trainer.iteration());
    while (!trainer.finished()) {
      context.throwIfStopping();
      TrainingStep step = trainer.step();
      curves.add(step);
      meter.reach(step.iteration());
      if (due(step.iteration(), request.sampleEvery())) {
        sampler.sample(step.iteration());
      }
      if (due(step.iteration(), request.checkpointEvery()) && !trainer.finished()) {
        PrefixRef state = save("states/" + step.iteration(), notes);
        context.checkpointed(step.iteration(), state);
      }
    }
    context.progress(
        new Progress(
            "save checkpoint", "iterations", trainer.iterations(), trainer.iterations(), 0));
  }

  /**
   * Saves the trainer with its curves and uploads both.
   *
   * @param name relative to the attempt's prefix
   */
  public PrefixRef save(String name, CheckpointNotes notes) {
    Path folder = context.workDirectory().resolve(name);
    trainer.save(folder, notes);
    CurveFile.write(folder, curves.points());
    return context.outputs().putDirectory(Bucket.MODELS, name, folder, CheckpointManifest.FILE);
  }

  private static boolean due(long iteration, int every) {
    return every > 0 && iteration % every == 0;
  }
}
