package io.mien.networks.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.stargan.Critic;
import io.mien.networks.stargan.CriticSpec;
import io.mien.networks.stargan.GradientPenalty;
import io.mien.networks.stargan.PenaltySlope;
import io.mien.networks.stargan.SecondOrderPenalty;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;

/** Value and gradients of the penalty, written out against differentiated twice; one thread. */
public final class GradientPenaltyBenchmark {
  private static final int REPETITIONS = 30;

  private GradientPenaltyBenchmark() {}

  public static void main(String[] arguments) {
    TorchRuntime.useThreads(1);
    LabelSpace labels = LabelSpace.of(LabelGroup.exclusive(List.of("neutral", "happy")));
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Critic critic = Critic.initialize(CriticSpec.faithful(24, 4), 64, labels, manager, 1)) {
      critic.parameters().track();
      double explicit = milliseconds(manager, x -> writtenOut(critic, x));
      double twice = milliseconds(manager, x -> SecondOrderPenalty.backward(critic, x));
      System.out.printf(
          "64 px, width 24, 4 layers, batch 8: written out %.1f ms, second order %.1f ms (processor"
              + " time, minimum of %d)%n",
          explicit, twice, REPETITIONS);
    }
  }

  private static void writtenOut(Critic critic, NDArray x) {
    try (Autograd recording = Autograd.recording();
        NDArray penalty = GradientPenalty.at(critic, x, PenaltySlope.SUM)) {
      Autograd.backward(penalty);
    }
  }

  private static double milliseconds(NDManager manager, Consumer<NDArray> penalty) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < REPETITIONS; i++) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray x = scope.randomNormal(new Shape(8, 3, 64, 64));
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        penalty.accept(x);
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        best = Math.min(best, (end - start) * 1e-6);
      }
    }
    return best;
  }
}
