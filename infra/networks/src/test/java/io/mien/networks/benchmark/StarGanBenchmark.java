package io.mien.networks.benchmark;

import ai.djl.Device;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.mien.networks.device.DeviceMemory;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.training.StarGanTrainer;
import io.mien.networks.training.StarGanTrainingSpec;
import io.mien.networks.training.TrainingStep;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Milliseconds of a critic step and of a critic-and-generator step, by the clock and of processor
 * time (the machine may be shared), and resident memory over many iterations. Arguments: a JSON of
 * changes to the faithful specification, threads, iterations; the device is that of {@code
 * -Dmien.device}. Its peer is {@code src/test/python/stargan_speed.py train}.
 */
public final class StarGanBenchmark {
  private StarGanBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    String changes = arguments.length > 0 ? arguments[0] : "{}";
    int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    int iterations = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
    TorchRuntime.useThreads(threads);
    StarGanTrainingSpec spec =
        StarGanTrainingSpec.faithful().with(new ObjectMapper().readTree(changes));
    ImageSet images = images(256, spec.imageSize());
    Device device = BenchmarkDevice.chosen();
    List<Double> critic = new ArrayList<>();
    List<Double> both = new ArrayList<>();
    List<Double> criticWall = new ArrayList<>();
    List<Double> bothWall = new ArrayList<>();
    try (StarGanTrainer trainer = StarGanTrainer.start(spec, images, device)) {
      for (int i = 0; i < iterations; i++) {
        long start = processorNanoseconds();
        TrainingStep step = trainer.step();
        double milliseconds = (processorNanoseconds() - start) * 1e-6;
        boolean generatorTurn = step.losses().containsKey("generator/total");
        (generatorTurn ? both : critic).add(milliseconds);
        (generatorTurn ? bothWall : criticWall)
            .add(1e3 * spec.batchSize() / step.imagesPerSecond());
        if (step.iteration() % Math.max(1, iterations / 10) == 0) {
          System.out.printf(
              "iteration %d, resident %d MiB, arrays %d, taken of the device %d MiB%n",
              step.iteration(),
              residentMebibytes(),
              trainer.liveArrays(),
              DeviceMemory.taken(device).orElse(0) >> 20);
        }
      }
    }
    System.out.printf(
        "%s, %d px, width %d, %d blocks, batch %d, %d thread(s): critic %.1f ms (processor %.0f),"
            + " critic and generator %.1f ms (processor %.0f), medians; resident %d MiB%n",
        device,
        spec.imageSize(),
        spec.generator().width(),
        spec.generator().residualBlocks(),
        spec.batchSize(),
        threads,
        median(criticWall),
        median(critic),
        median(bothWall),
        median(both),
        residentMebibytes());
  }

  private static long processorNanoseconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static long residentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1L);
  }

  private static ImageSet images(int count, int size) {
    LabelGroup labels = LabelGroup.exclusive(List.of("0", "1", "2", "3", "4", "5", "6"));
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CounterRandom random = CounterRandom.of(1, "benchmark", i);
      byte[] rgb = new byte[3 * size * size];
      Arrays.fill(rgb, (byte) random.nextInt(256));
      for (int k = 0; k < rgb.length; k += 5) {
        rgb[k] = (byte) random.nextInt(256);
      }
      images.add(new LabelledImage(new RgbImage(size, size, rgb), i % 7));
    }
    return new ImageSet(size, labels, images);
  }
}
