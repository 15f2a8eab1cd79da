package io.mien.networks.device;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Computes the pieces of one computation side by side, on the threads that the calling thread's
 * operations may use: those that share every operation wait for each other after each, and all of
 * them for the one that another program keeps from its processor; those that compute pieces wait
 * once, at the end.
 */
public final class SideBySide {
  private static final Executor THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "mien-lane");
            thread.setDaemon(true);
            return thread;
          });

  private SideBySide() {}

  /** What is computed. */
  @FunctionalInterface
  public interface Work {
    /**
     * Computes a piece.
     *
     * @param lane in which no other piece is computed at the time, from 0
     */
    void compute(int piece, int lane);
  }

  /** How many pieces are computed at a time, on this thread's behalf. */
  public static int lanes() {
    return JniUtils.getNumThreads();
  }

  /**
   * Computes pieces 0 to {@code pieces - 1} without recording gradients; the caller records none
   * either. Throws what the first one throws that fails, when none is being computed any more.
   */
  public static void compute(int pieces, Work work) {
    int threads = lanes();
    int lanes = Math.min(pieces, threads);
    if (lanes <= 1) {
      IntStream.range(0, pieces).forEach(piece -> work.compute(piece, 0));
      return;
    }
    AtomicInteger next = new AtomicInteger();
    CompletableFuture<?>[] running =
        IntStream.range(0, lanes)
            .mapToObj(
                lane ->
                    CompletableFuture.runAsync(
                        () -> lane(lane, threads / lanes, next, pieces, work), THREADS))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    } finally {
      TorchRuntime.useThreads(threads); // a lane's number is the default of threads to come
    }
  }

  /** The caller is in the gate and leaves it only after this, so the lane needs no entry. */
  private static void lane(int lane, int threads, AtomicInteger next, int pieces, Work work) {
    TorchRuntime.useThreads(threads);
    JniUtils.setGradMode(false);
    try {
      for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
        work.compute(piece, lane);
      }
    } catch (RuntimeException | Error e) {
      next.set(pieces);
      throw e;
    }
  }

  private static RuntimeException unwrapped(CompletionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : e;
  }
}
