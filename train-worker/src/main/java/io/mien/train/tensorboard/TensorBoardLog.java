package io.mien.train.tensorboard;

import io.mien.contracts.event.Measure;
import io.mien.contracts.object.Bucket;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.worker.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The course of one attempt in a file that TensorBoard reads, {@code tensorboard/} under the
 * attempt's prefix. Files of all attempts of a task, in one folder, make one course. Not
 * thread-safe.
 */
public final class TensorBoardLog implements AutoCloseable {

  private static final String FOLDER = "tensorboard";
  private static final String SAMPLES = "samples";

  private final TaskContext context;
  private final Path file;
  private final RecordFile records;

  private TensorBoardLog(TaskContext context) throws IOException {
    this.context = context;
    Path folder = Files.createDirectories(context.workDirectory().resolve(FOLDER));
    Instant now = Instant.now();
    this.file =
        folder.resolve(
            "events.out.tfevents.%010d.mien.attempt-%d.%d"
                .formatted(now.getEpochSecond(), context.task().attempt(), now.getNano()));
    this.records = new RecordFile(file);
    records.append(EventMessage.version(now));
  }

  /** A new file in the attempt's work directory. */
  public static TensorBoardLog open(TaskContext context) {
    try {
      return new TensorBoardLog(context);
    } catch (IOException e) {
      throw new UncheckedIOException("Begin the TensorBoard file", e);
    }
  }

  /** Adds points of curves. */
  public void measured(List<Measure> points) {
    Map<Long, List<Measure>> byIteration =
        points.stream()
            .collect(
                Collectors.groupingBy(Measure::iteration, LinkedHashMap::new, Collectors.toList()));
    byIteration.forEach(
        (iteration, measures) -> append(EventMessage.scalars(Instant.now(), iteration, measures)));
  }

  /** Adds a sample grid. */
  public void sampled(long iteration, byte[] png) {
    RgbImage image = Png.decode(png);
    append(EventMessage.image(Instant.now(), iteration, SAMPLES, image, png));
  }

  /** Puts the file as it is now into the object store. */
  public void publish() {
    context
        .outputs()
        .put(Bucket.MODELS, FOLDER + "/" + file.getFileName(), file, "application/octet-stream");
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Close " + file, e);
    }
  }

  private void append(byte[] event) {
    try {
      records.append(event);
    } catch (IOException e) {
      throw new UncheckedIOException("Write " + file, e);
    }
  }
}
