package io.mien.ingest.dataset;

import io.mien.contracts.failure.Cancelled;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.layout.Picture;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Reads the pictures of a dataset on several threads; the outcomes are in the pictures' order. */
final class FaceExtraction {

  private final FaceCroppers croppers;
  private final int threads;

  FaceExtraction(FaceCroppers croppers, int threads) {
    this.croppers = croppers;
    this.threads = threads;
  }

  List<Outcome> extract(List<Picture> pictures, PictureReader reader, TaskContext context) {
    Work work = new Work(pictures, reader, context);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        readers.add(pool.submit(() -> work.run(croppers)));
      }
      for (Future<?> each : readers) {
        await(each);
      }
      return work.outcomes();
    } finally {
      work.stop();
      pool.shutdown();
    }
  }

  private static void await(Future<?> reader) {
    try {
      reader.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled("Interrupted while faces were detected");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("A thread that detects faces failed", e.getCause());
    }
  }

  /** The pictures of one dataset, handed out one by one. Thread-safe. */
  private static final class Work {

    private final List<Picture> pictures;
    private final PictureReader reader;
    private final TaskContext context;
    private final ProgressMeter progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<List<Outcome>> outcomes;

    Work(List<Picture> pictures, PictureReader reader, TaskContext context) {
      this.pictures = pictures;
      this.reader = reader;
      this.context = context;
      this.progress =
          new ProgressMeter(context::progress, "detect faces", "images", pictures.size());
      this.outcomes = new AtomicReferenceArray<>(pictures.size());
    }

    void run(FaceCroppers croppers) {
      try (FaceCropper cropper = croppers.open()) {
        for (int i = next.getAndIncrement(); i < pictures.size(); i = next.getAndIncrement()) {
          context.throwIfStopping();
          outcomes.set(i, reader.read(pictures.get(i), i, cropper));
          progress.advance(1);
        }
      } catch (RuntimeException | Error e) {
        stop();
        throw e;
      }
    }

    /** Hands out no more pictures. */
    void stop() {
      next.set(pictures.size());
    }

    List<Outcome> outcomes() {
      List<Outcome> all = new ArrayList<>();
      for (int i = 0; i < outcomes.length(); i++) {
        all.addAll(outcomes.get(i));
      }
      return all;
    }
  }
}
