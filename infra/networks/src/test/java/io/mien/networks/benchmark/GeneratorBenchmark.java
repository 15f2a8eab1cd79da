package io.mien.networks.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Rows;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.LabelInjection;
import io.mien.networks.stargan.OutputHead;
import io.mien.networks.stargan.PreparedGenerator;
import io.mien.networks.stargan.Upsampling;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Images a second of a generator, plain and prepared, for eight faces with one label each and for
 * one face with all seven labels. Arguments: image size, width, residual blocks, threads, rounds,
 * label injection. Plain and prepared take turns. With one thread, processor time is measured, by
 * the clock otherwise. The peer is {@code src/test/python/stargan_speed.py generate}.
 */
public final class GeneratorBenchmark {
  private static final LabelSpace LABELS =
      LabelSpace.of(LabelGroup.exclusive(List.of("0", "1", "2", "3", "4", "5", "6")));
  private static final int WARM_UPS = 2;

  private GeneratorBenchmark() {}

  public static void main(String[] arguments) {
    int[] numbers = Arrays.stream(arguments).limit(5).mapToInt(Integer::parseInt).toArray();
    int threads = numbers[3];
    TorchRuntime.useThreads(threads);
    GeneratorSpec spec = spec(numbers[1], numbers[2], LabelInjection.valueOf(arguments[5]));
    System.out.printf("%d px, %s, %d thread(s)%n", numbers[0], spec, threads);
    try (NDManager manager = TorchRuntime.start().newBaseManager(Device.cpu());
        Autograd silent = Autograd.silent();
        Generator generator = Generator.initialize(spec, LABELS, manager, 1);
        PreparedGenerator prepared = generator.prepared()) {
      for (int[] faceOf : List.of(IntStream.range(0, 8).toArray(), new int[7])) {
        int faces = faceOf[faceOf.length - 1] + 1;
        NDArray x = manager.randomUniform(-1, 1, new Shape(faces, 3, numbers[0], numbers[0]));
        NDArray each = Rows.select(x, Rows.indices(faceOf, manager));
        int[] labels = IntStream.range(0, faceOf.length).map(i -> i % LABELS.labels()).toArray();
        NDArray conditions =
            Rows.select(manager.eye(LABELS.labels()), Rows.indices(labels, manager));
        double[][] seconds =
            inTurns(
                numbers[4],
                threads,
                () -> generator.forward(each, conditions),
                () -> prepared.forward(x, faceOf, conditions));
        print("plain", faceOf.length, faces, seconds[0]);
        print("prepared", faceOf.length, faces, seconds[1]);
      }
    }
  }

  private static double[][] inTurns(
      int rounds, int threads, Supplier<NDArray> first, Supplier<NDArray> second) {
    double[][] seconds = new double[2][rounds];
    for (int round = -WARM_UPS; round < rounds; round++) {
      double one = seconds(threads, first);
      double other = seconds(threads, second);
      if (round >= 0) {
        seconds[0][round] = one;
        seconds[1][round] = other;
      }
    }
    return seconds;
  }

  private static void print(String way, int images, int faces, double[] seconds) {
    Arrays.sort(seconds);
    double median = seconds[seconds.length / 2];
    System.out.printf(
        "%s, %d images of %d faces: median %.0f ms (%.2f images/s)%n",
        way, images, faces, 1e3 * median, images / median);
  }

  private static GeneratorSpec spec(int width, int blocks, LabelInjection injection) {
    GeneratorSpec faithful = GeneratorSpec.faithful(width, blocks);
    return new GeneratorSpec(
        width, blocks, injection, OutputHead.TANH, Upsampling.TRANSPOSED, 7, faithful.start());
  }

  private static double seconds(int threads, Supplier<NDArray> work) {
    long start = clock(threads);
    try (NDArray images = work.get()) {
      images.toFloatArray();
    }
    return 1e-9 * (clock(threads) - start);
  }

  private static long clock(int threads) {
    return threads == 1
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
