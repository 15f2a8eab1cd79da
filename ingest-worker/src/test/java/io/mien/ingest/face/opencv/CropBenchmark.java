package io.mien.ingest.face.opencv;

import com.sun.management.OperatingSystemMXBean;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.image.PictureRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Faces per second, beside {@code src/test/python/crop_faces.py}; the folder's pictures are read
 * again and again until there are enough. OpenCV may share one picture out to threads of its own:
 *
 * <pre>CropBenchmark FOLDER OUT FILES THREADS DETECTOR OPENCV_THREADS [YUNET.onnx]</pre>
 */
final class CropBenchmark {

  private final List<Path> files;
  private final Path out;
  private final int count;
  private final CropRecipe recipe;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger found = new AtomicInteger();

  private CropBenchmark(List<Path> files, Path out, int count, CropRecipe recipe) {
    this.files = files;
    this.out = out;
    this.count = count;
    this.recipe = recipe;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    OpenCv.load(4L << 30, Integer.parseInt(arguments[5]));
    Optional<YunetModel> yunet =
        arguments.length > 6
            ? Optional.of(YunetModel.read(Path.of(arguments[6])))
            : Optional.empty();
    List<Path> files;
    try (Stream<Path> folder = Files.walk(Path.of(arguments[0]))) {
      files = folder.filter(Files::isRegularFile).sorted().toList();
    }
    Path out = Files.createDirectories(Path.of(arguments[1]));
    int count = Integer.parseInt(arguments[2]);
    CropRecipe recipe = new CropRecipe("cascade-v1", 128, 0.2, true).with(arguments[4]);
    new CropBenchmark(files, out, count, recipe).run(Integer.parseInt(arguments[3]), yunet);
  }

  private void run(int threads, Optional<YunetModel> yunet)
      throws InterruptedException, ExecutionException {
    PictureDecoder decoder = new PictureDecoder(Pictures.LIMITS);
    List<FaceCropper> croppers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      croppers.add(new OpenCvFaceCropper(decoder, yunet));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long spentBefore = process.getProcessCpuTime();
    long start = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (FaceCropper cropper : croppers) {
      running.add(pool.submit(() -> work(cropper)));
    }
    for (Future<?> each : running) {
      each.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double spent = (process.getProcessCpuTime() - spentBefore) / 1e9;
    pool.shutdown();
    croppers.forEach(FaceCropper::close);
    System.out.printf(
        Locale.ROOT,
        "%s: %d faces of %d files in %.1f s by the clock, %.1f s of processor: %.1f files a second, %.1f per second of processor%n",
        recipe.detector(),
        found.get(),
        count,
        seconds,
        spent,
        count / seconds,
        count / spent);
  }

  private void work(FaceCropper cropper) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      try {
        byte[] photo = Files.readAllBytes(files.get(i % files.size()));
        Files.write(out.resolve(i + ".png"), cropper.crop(photo, recipe).png());
        found.incrementAndGet();
      } catch (PictureRefused e) {
        // Counted by its absence
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
