package io.mien.train.loop;

import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.BestCheckpoint;
import io.mien.contracts.task.TrainingRequest;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.image.Png;
import io.mien.networks.training.Trainer;
import io.mien.networks.training.TrainingDiverged;
import io.mien.networks.training.TrainingStep;
import io.mien.store.curve.CurveFile;
import io.mien.train.curve.Curves;
import io.mien.train.curve.MemoryGauges;
import io.mien.train.tensorboard.TensorBoardLog;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
  private final BestSoFar best;
  private final KeptStates states;
  private String lastState = "No training state had been saved by this attempt.";

  public TrainingLoop(
      Trainer trainer,
      TrainingRequest request,
      TaskContext context,
      Curves curves,
      Sampler sampler,
      BestSoFar best) {
    this.trainer = trainer;
    this.request = request;
    this.context = context;
    this.curves = curves;
    this.sampler = sampler;
    this.best = best;
    this.states = new KeptStates(context.outputs(), request.keepStates());
  }

  /**
   * Runs to the last iteration.
   *
   * @param phase what is trained, for people
   * @param notes travel with every training state
   * @throws io.mien.contracts.failure.Cancelled at a step, when the attempt is to stop; where
   *     another attempt is to go on, a training state of that step has been published
   * @throws InvalidInput {@code training-diverged}; the last training state is kept
   */
  public void run(String phase, CheckpointNotes notes) {
    ProgressMeter meter =
        new ProgressMeter(context::progress, phase, "iterations", trainer.iterations());
    meter.startAt(trainer.iteration());
    MemoryGauges memory = new MemoryGauges(trainer);
    try (TensorBoardLog log = TensorBoardLog.open(context)) {
      long kept = trainer.iteration();
      while (!trainer.finished()) {
        if (context.shouldLeaveState() && trainer.iteration() > kept) {
          keepState(trainer.iteration(), notes, log);
        }
        context.throwIfStopping();
        TrainingStep step = trainer.step();
        report(curves.add(step, memory), log);
        meter.reach(step.iteration());
        afterStep(step.iteration(), notes, log);
      }
      log.publish();
    } catch (TrainingDiverged e) {
      throw new InvalidInput("training-diverged", e.getMessage() + " " + lastState, e);
    }
    context.progress(
        new Progress(
            "save checkpoint", "iterations", trainer.iterations(), trainer.iterations(), 0));
  }

  private void report(List<Measure> points, TensorBoardLog log) {
    if (!points.isEmpty()) {
      context.measured(points);
      log.measured(points);
    }
  }

  private void afterStep(long iteration, CheckpointNotes notes, TensorBoardLog log) {
    if (due(iteration, request.sampleEvery())) {
      sampler.sample().ifPresent(grid -> publish(iteration, grid, log));
    }
    best.betterAt(iteration, curves::points).ifPresent(value -> keepBest(iteration, value, notes));
    if (due(iteration, request.checkpointEvery()) && !trainer.finished()) {
      keepState(iteration, notes, log);
    }
  }

  /** Publishes what another attempt can go on from. */
  private void keepState(long iteration, CheckpointNotes notes, TensorBoardLog log) {
    PrefixRef state = save("states/" + iteration, notes);
    log.publish();
    context.checkpointed(iteration, state);
    states.add(state, best.best().orElse(null));
    lastState =
        "The training state of iteration %d is kept in %s.".formatted(iteration, state.prefix());
  }

  /** Publishes the state under a key of its own; the one that was the best before is beaten. */
  private void keepBest(long iteration, double value, CheckpointNotes notes) {
    Optional<BestCheckpoint> before = best.best();
    PrefixRef state = save(BestFile.name(iteration), notes.measuring(best.measure(), value));
    best.take(new BestCheckpoint(state, iteration, best.measure(), value));
    before.ifPresent(beaten -> states.beaten(beaten.checkpoint()));
  }

  /** The state that was to be kept as the best one, and has been found. */
  public Optional<BestCheckpoint> best() {
    return best.best();
  }

  private void publish(long iteration, SampleGrid grid, TensorBoardLog log) {
    byte[] png = Png.encode(grid.image());
    ObjectRef image =
        context
            .outputs()
            .put(Bucket.MODELS, "samples/%08d.png".formatted(iteration), png, "image/png");
    context.sampled(iteration, image, grid.columns());
    log.sampled(iteration, png);
  }

  /** Publishes the checkpoint of a training that has run to its end. */
  public PrefixRef finish(CheckpointNotes notes) {
    PrefixRef checkpoint = save("checkpoint", notes);
    states.end();
    return checkpoint;
  }

  /**
   * Saves the trainer with its curves and the name of the best state, and uploads them.
   *
   * @param name relative to the attempt's prefix
   */
  private PrefixRef save(String name, CheckpointNotes notes) {
    // States are written over each other here: the store has the earlier ones
    Path folder = context.workDirectory().resolve(Path.of(name).getName(0));
    trainer.save(folder, notes);
    CurveFile.write(folder, curves.points());
    curves.open().write(folder);
    best.best().ifPresent(kept -> BestFile.write(folder, kept));
    return context.outputs().putDirectory(Bucket.MODELS, name, folder, CheckpointManifest.FILE);
  }

  private static boolean due(long iteration, int every) {
    return every > 0 && iteration % every == 0;
  }
}
