package io.mien.networks.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Images a second of the faithful generator: some faces, each with all seven labels, from bytes to
 * bytes. Arguments: image size, width, residual blocks, faces, threads. Its peer is {@code
 * src/test/python/stargan_speed.py generate}, which has no bytes to convert.
 */
public final class GeneratorBenchmark {
  private static final int ROUNDS = 7;
  private static final LabelGroup LABELS =
      LabelGroup.exclusive(List.of("0", "1", "2", "3", "4", "5", "6"));

  private GeneratorBenchmark() {}

  public static void main(String[] arguments) {
    int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    int size = numbers[0];
    int threads = numbers[4];
    TorchRuntime.useThreads(threads);
    List<RgbImage> faces = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (String label : LABELS.names()) {
      for (int face = 0; face < numbers[3]; face++) {
        faces.add(picture(size, face));
        targets.add(label);
      }
    }
    double[] seconds = new double[ROUNDS];
    try (NDManager manager = TorchRuntime.start().newBaseManager(Device.cpu());
        Generator generator =
            Generator.initialize(
                GeneratorSpec.faithful(numbers[1], numbers[2]), LabelSpace.of(LABELS), manager, 1);
        ExpressionGenerator expressions =
            ExpressionGenerator.over(generator, LabelSpace.of(LABELS), size, manager)) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        expressions.translate(faces, targets);
        seconds[round] = (System.nanoTime() - start) * 1e-9;
      }
    }
    Arrays.sort(seconds);
    System.out.printf(
        "%d px, width %d, %d faces x %d labels, %d thread(s): %.2f images/s (median of %d)%n",
        size,
        numbers[1],
        numbers[3],
        LABELS.size(),
        threads,
        faces.size() / seconds[ROUNDS / 2],
        ROUNDS);
  }

  private static RgbImage picture(int size, int number) {
    CounterRandom random = CounterRandom.of(1, "picture", number);
    byte[] rgb = new byte[3 * size * size];
    for (int at = 0; at < rgb.length; at++) {
      rgb[at] = (byte) random.nextInt(256);
    }
    return new RgbImage(size, size, rgb);
  }
}
