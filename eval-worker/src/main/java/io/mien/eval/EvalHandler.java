package io.mien.eval;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.TaskSpec;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.device.TorchRuntime;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;

/** Scores what a task asks for. */
public final class EvalHandler implements TaskHandler {

  private final Evaluation evaluation;
  private final int threads;

  /**
   * @param device {@code auto}, {@code cpu} or {@code cuda:0}
   * @param threads threads that one libtorch operation may use
   */
  public EvalHandler(ObjectStore store, String device, int threads) {
    this.evaluation = new Evaluation(store, device);
    this.threads = threads;
  }

  @Override
  public TaskResult handle(TaskContext context) throws Exception {
    // OpenMP keeps the number per calling thread, so it is set on the one that computes.
    TorchRuntime.useThreads(threads);
    TaskSpec spec = context.task().spec();
    try {
      if (spec instanceof EvaluateSynthesis synthesis) {
        return evaluation.evaluate(synthesis, context);
      }
    } catch (InvalidCheckpoint e) {
      throw new InvalidInput("checkpoint-unreadable", String.valueOf(e.getMessage()), e);
    }
    throw new InvalidInput(
        "wrong-worker",
        "Task %s is a %s: not for an eval worker."
            .formatted(context.task().taskId(), spec.getClass().getSimpleName()));
  }
}
