package io.mien.networks.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.PixelArrays;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Images a second of a generator, plain and (on a processor) prepared, for several faces with one
 * label each and for one face with all seven labels. Arguments: image size, width, residual blocks,
 * threads, rounds, label injection, how many faces (8). Plain and prepared take turns. With one
 * thread on a processor, processor time is measured, by the clock otherwise. The device is that of
 * {@code -Dmien.device}. The peer is {@code src/test/python/stargan_speed.py generate}.
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
    int several = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 8;
    Device device = BenchmarkDevice.chosen();
    System.out.printf("%d px, %s, %s, %d thread(s)%n", numbers[0], spec, device, threads);
    try (NDManager manager = TorchRuntime.start().newBaseManager(device);
        Autograd silent = Autograd.silent();
        Generator generator = Generator.initialize(spec, LABELS, manager, 1);
        PreparedGenerator prepared = device.isGpu() ? null : generator.prepared()) {
      for (int[] faceOf : List.of(IntStream.range(0, several).toArray(), new int[7])) {
        int faces = faceOf[faceOf.length - 1] + 1;
        NDArray x = manager.randomUniform(-1, 1, new Shape(faces, 3, numbers[0], numbers[0]));
        NDArray each = Rows.select(x, Rows.indices(faceOf, manager));
        int[] labels = IntStream.range(0, faceOf.length).map(i -> i % LABELS.labels()).toArray();
        NDArray conditions =
            Rows.select(manager.eye(LABELS.labels()), Rows.indices(labels, manager));
        Map<String, Supplier<NDArray>> ways = new LinkedHashMap<>();
        ways.put("plain", () -> generator.forward(each, conditions));
        if (prepared != null) {
          ways.put("prepared", () -> prepared.forward(x, faceOf, conditions));
        }
        boolean clock = threads > 1 || device.isGpu();
        inTurns(numbers[4], clock, ways)
            .forEach((way, seconds) -> print(way, faceOf.length, faces, seconds));
      }
    }
  }

  private static Map<String, List<Double>> inTurns(
      int rounds, boolean clock, Map<String, Supplier<NDArray>> ways) {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = -WARM_UPS; round < rounds; round++) {
      for (Map.Entry<String, Supplier<NDArray>> way : ways.entrySet()) {
        double took = seconds(clock, way.getValue());
        if (round >= 0) {
          seconds.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
    }
    return seconds;
  }

  private static void print(String way, int images, int faces, List<Double> seconds) {
    double median = seconds.stream().sorted().toList().get(seconds.size() / 2);
    System.out.printf(
        "%s, %d images of %d faces: median %.1f ms (%.2f images/s)%n",
        way, images, faces, 1e3 * median, images / median);
  }

  private static GeneratorSpec spec(int width, int blocks, LabelInjection injection) {
    GeneratorSpec faithful = GeneratorSpec.faithful(width, blocks);
    return new GeneratorSpec(
        width, blocks, injection, OutputHead.TANH, Upsampling.TRANSPOSED, 7, faithful.start());
  }

  /** Until images of 8 bits are in the JVM's memory. */
  private static double seconds(boolean clock, Supplier<NDArray> work) {
    long start = now(clock);
    try (NDArray images = work.get()) {
      PixelArrays.toImages(images);
    }
    return 1e-9 * (now(clock) - start);
  }

  private static long now(boolean clock) {
    return clock
        ? System.nanoTime()
        : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
