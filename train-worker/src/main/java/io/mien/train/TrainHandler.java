package io.mien.train;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainStarGan;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.device.TorchRuntime;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;
import java.util.Locale;

/** Trains what a task asks for. */
public final class TrainHandler implements TaskHandler {

  private final ClassifierTraining classifiers;
  private final StarGanTraining starGans;
  private final FaceGanTraining faceGans;
  private final int threads;

  /**
   * @param device {@code auto}, {@code cpu} or {@code cuda:0}
   * @param threads threads that one libtorch operation may use
   */
  public TrainHandler(ObjectStore store, String device, int threads) {
    this.classifiers = new ClassifierTraining(store, device);
    this.starGans = new StarGanTraining(store, device);
    this.faceGans = new FaceGanTraining(store, device);
    this.threads = threads;
  }

  @Override
  public TaskResult handle(TaskContext context) throws Exception {
    // OpenMP keeps the number per calling thread, so it is set on the one that trains.
    TorchRuntime.useThreads(threads);
    TaskSpec spec = context.task().spec();
    try {
      if (spec instanceof TrainClassifier classifier) {
        return classifiers.train(classifier, context);
      }
      if (spec instanceof TrainStarGan starGan) {
        return starGans.train(starGan, context);
      }
      if (spec instanceof TrainFaceGan faceGan) {
        return faceGans.train(faceGan, context);
      }
    } catch (InvalidCheckpoint e) {
      throw new InvalidInput("checkpoint-unreadable", said(e), e);
    } catch (RuntimeException e) {
      throw isOutOfMemory(e) ? new ResourceExhausted("device-memory", said(e), e) : e;
    }
    throw new InvalidInput(
        "wrong-worker",
        "Task %s is a %s: not for a train worker."
            .formatted(context.task().taskId(), spec.getClass().getSimpleName()));
  }

  private static boolean isOutOfMemory(RuntimeException e) {
    return said(e).toLowerCase(Locale.ROOT).contains("out of memory");
  }

  private static String said(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
