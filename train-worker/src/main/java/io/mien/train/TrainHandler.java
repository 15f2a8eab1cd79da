package io.mien.train;

import ai.djl.engine.EngineException;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainStarGan;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.device.FailedAllocation;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.training.MemoryExhausted;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;

/** Trains what a task asks for, takes checkpoints in and gives them out. */
public final class TrainHandler implements TaskHandler {

  private final ClassifierTraining classifiers;
  private final StarGanTraining starGans;
  private final FaceGanTraining faceGans;
  private final CheckpointImport imports;
  private final CheckpointExport exports;
  private final int threads;

  /**
   * @param device {@code auto}, {@code cpu} or {@code cuda:0}
   * @param threads threads that one libtorch operation may use
   */
  public TrainHandler(ObjectStore store, String device, int threads) {
    this.classifiers = new ClassifierTraining(store, device);
    this.starGans = new StarGanTraining(store, device);
    this.faceGans = new FaceGanTraining(store, device);
    this.imports = new CheckpointImport(store);
    this.exports = new CheckpointExport(store);
    this.threads = threads;
  }

  @Override
  public TaskResult handle(TaskContext context) throws Exception {
    // OpenMP keeps the number per calling thread, so it is set on the one that trains.
    TorchRuntime.useThreads(threads);
    TaskSpec spec = context.task().spec();
    try {
      return result(spec, context);
    } catch (InvalidInput e) {
      // It quotes what the user sent, which may say anything
      throw e;
    } catch (InvalidCheckpoint e) {
      throw new InvalidInput("checkpoint-unreadable", said(e), e);
    } catch (MemoryExhausted e) {
      throw new ResourceExhausted("device-memory", said(e), e);
    } catch (EngineException e) {
      // Beside a training's steps: its sample grid, an import, an export
      throw FailedAllocation.in(e).isPresent()
          ? new ResourceExhausted("device-memory", said(e), e)
          : e;
    }
  }

  private TaskResult result(TaskSpec spec, TaskContext context) {
    if (spec instanceof TrainClassifier classifier) {
      return classifiers.train(classifier, context);
    }
    if (spec instanceof TrainStarGan starGan) {
      return starGans.train(starGan, context);
    }
    if (spec instanceof TrainFaceGan faceGan) {
      return faceGans.train(faceGan, context);
    }
    if (spec instanceof ImportCheckpoint imported) {
      return imports.run(imported, context);
    }
    if (spec instanceof ExportCheckpoint exported) {
      return exports.run(exported, context);
    }
    throw new InvalidInput(
        "wrong-worker",
        "Task %s is a %s: not for a train worker."
            .formatted(context.task().taskId(), spec.getClass().getSimpleName()));
  }

  private static String said(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
