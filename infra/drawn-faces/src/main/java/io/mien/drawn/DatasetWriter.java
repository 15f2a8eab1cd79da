package io.mien.drawn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes the files of a dataset on all processors, and goes on where an earlier run stopped. */
final class DatasetWriter {

  /** Raised whenever the pictures of a seed change, so that old and new ones are never mixed. */
  static final int DRAWING_VERSION = 1;

  static final String MARK = ".drawn-faces";

  private final WritePlan plan;
  private final String description;
  private final Path root;
  private int done;

  private DatasetWriter(WritePlan plan, String description, Path root) {
    this.plan = plan;
    this.description = description;
    this.root = root;
  }

  static DatasetWriter of(DrawnDataset dataset, Layout layout, Path root) {
    // directories written before there were poses say nothing of them
    String parameters = dataset.toString().replace(", poses=[STRAIGHT]", "");
    String description =
        "version=" + DRAWING_VERSION + "\nlayout=" + layout.label() + "\n" + parameters + "\n";
    return new DatasetWriter(layout.plan(dataset), description, root);
  }

  WriteSummary write(ProgressListener progress) throws IOException {
    claimRoot();
    WriteSummary summary = writePictures(progress);
    for (Map.Entry<String, String> text : plan.texts().entrySet()) {
      PictureFile.write(root.resolve(text.getKey()), text.getValue().getBytes(UTF_8));
    }
    return summary;
  }

  private void claimRoot() throws IOException {
    Path mark = root.resolve(MARK);
    if (Files.exists(mark)) {
      String found = Files.readString(mark);
      if (!found.equals(description)) {
        throw new IOException(
            "Cannot write a drawn dataset to %s: it holds another one (%s), not %s. Use an empty directory."
                .formatted(root, found.strip(), description.strip()));
      }
      return;
    }
    PictureFile.write(mark, description.getBytes(UTF_8));
  }

  private WriteSummary writePictures(ProgressListener progress) throws IOException {
    ExecutorService painters =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Boolean>> pictures = new ArrayList<>();
      for (WritePlan.Picture picture : plan.pictures()) {
        pictures.add(painters.submit(() -> writeUnlessThere(picture, progress)));
      }
      int written = 0;
      for (Future<Boolean> picture : pictures) {
        written += await(picture) ? 1 : 0;
      }
      return new WriteSummary(written, pictures.size() - written);
    } finally {
      stop(painters);
    }
  }

  /**
   * Returns when nobody paints any more: a writing that failed must not go on behind its caller.
   */
  private static void stop(ExecutorService painters) {
    painters.shutdownNow();
    boolean interrupted = false;
    while (!painters.isTerminated()) {
      try {
        painters.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean writeUnlessThere(WritePlan.Picture picture, ProgressListener progress)
      throws IOException {
    Path file = root.resolve(picture.path());
    boolean missing = !Files.exists(file);
    if (missing) {
      PictureFile.write(file, picture.face(), picture.format());
    }
    synchronized (this) {
      done++;
      progress.pictureDone(done, plan.pictures().size());
    }
    return missing;
  }

  private boolean await(Future<Boolean> picture) throws IOException {
    try {
      return picture.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while writing drawn faces to " + root);
    } catch (ExecutionException e) {
      throw new IOException("Cannot write all drawn faces to " + root, e.getCause());
    }
  }
}
