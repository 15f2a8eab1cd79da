package io.mien.ingest.face;

import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.Cancelled;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Does the same for many photos on several threads; the outcomes are in the photos' order. */
public final class CropperThreads {

  private final FaceCroppers croppers;
  private final int threads;

  public CropperThreads(FaceCroppers croppers, int threads) {
    this.croppers = croppers;
    this.threads = threads;
  }

  /** What is done for one of them. Called by several threads at once. */
  @FunctionalInterface
  public interface Step<I, O> {

    /**
     * @param number from 0
     * @param cropper of the calling thread
     */
    O take(I input, int number, FaceCropper cropper);
  }

  /**
   * @param phase as of a {@link Progress}
   * @param unit as of a {@link Progress}
   */
  public record Shown(String phase, String unit) {}

  /**
   * Stops with the first step that fails, or when the task shall stop; returns or throws once no
   * step is at work any more.
   */
  public <I, O> List<O> run(List<I> inputs, Step<I, O> step, Shown shown, TaskContext context) {
    Work<I, O> work = new Work<>(inputs, step, shown, context);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<CompletableFuture<Void>> readers = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        readers.add(CompletableFuture.runAsync(() -> work.run(croppers), pool));
      }
      for (Future<?> each : readers) {
        await(each);
      }
      return work.outcomes();
    } finally {
      work.stop();
      pool.shutdown();
      // The directory that the others still write to is about to be removed
      readers.forEach(each -> each.handle((done, failure) -> true).join());
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

  /** The inputs, handed out one by one. Thread-safe. */
  private static final class Work<I, O> {

    private final List<I> inputs;
    private final Step<I, O> step;
    private final TaskContext context;
    private final ProgressMeter progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<O> outcomes;

    Work(List<I> inputs, Step<I, O> step, Shown shown, TaskContext context) {
      this.inputs = inputs;
      this.step = step;
      this.context = context;
      this.progress =
          new ProgressMeter(context::progress, shown.phase(), shown.unit(), inputs.size());
      this.outcomes = new AtomicReferenceArray<>(inputs.size());
    }

    void run(FaceCroppers croppers) {
      try (FaceCropper cropper = croppers.open()) {
        for (int i = next.getAndIncrement(); i < inputs.size(); i = next.getAndIncrement()) {
          context.throwIfStopping();
          outcomes.set(i, step.take(inputs.get(i), i, cropper));
          progress.advance(1);
        }
      } catch (RuntimeException | Error e) {
        stop();
        throw e;
      }
    }

    /** Hands out no more inputs. */
    void stop() {
      next.set(inputs.size());
    }

    List<O> outcomes() {
      List<O> all = new ArrayList<>();
      for (int i = 0; i < outcomes.length(); i++) {
        all.add(outcomes.get(i));
      }
      return all;
    }
  }
}
