package io.mien.synth.engine;

import io.mien.contracts.failure.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What one call asks for; its images may be drawn in several batches. Whoever asks waits on a
 * thread of their own, one thread draws.
 */
final class Request {

  /** How long somebody who no longer wants the images may not notice, in milliseconds. */
  private static final long LOOK_UP = 100;

  private final Requester requester;
  private final BatchKey key;
  private final List<Wish> wishes;
  private final long askedAt;
  private final AtomicReferenceArray<Answer> answers;
  private final CompletableFuture<List<Answer>> answer = new CompletableFuture<>();
  private int taken;
  private int drawn;

  /**
   * @param wishes at least one
   * @param askedAt by the clock that the queue goes by, in nanoseconds
   */
  Request(Requester requester, BatchKey key, List<Wish> wishes, long askedAt) {
    this.requester = requester;
    this.key = key;
    this.wishes = List.copyOf(wishes);
    this.askedAt = askedAt;
    this.answers = new AtomicReferenceArray<>(wishes.size());
  }

  Requester requester() {
    return requester;
  }

  BatchKey key() {
    return key;
  }

  long askedAt() {
    return askedAt;
  }

  Wish wish(int index) {
    return wishes.get(index);
  }

  /** How many images are in no batch yet. Guarded, like the next one, by the queue's owner. */
  int left() {
    return wishes.size() - taken;
  }

  /** The next images for a batch. */
  List<Place> take(int most) {
    int end = Math.min(wishes.size(), taken + most);
    List<Place> places = new ArrayList<>();
    for (; taken < end; taken++) {
      places.add(new Place(this, taken));
    }
    return places;
  }

  /** Whether anybody still waits: not after a failure, nor when it was given up. */
  boolean isWanted() {
    return !answer.isDone();
  }

  /** Called by the thread that draws. */
  void put(int index, Answer one) {
    answers.set(index, one);
    if (++drawn == wishes.size()) {
      List<Answer> all = new ArrayList<>();
      for (int i = 0; i < wishes.size(); i++) {
        all.add(answers.get(i));
      }
      answer.complete(all);
    }
  }

  void fail(Throwable reason) {
    answer.completeExceptionally(reason);
  }

  /** Nobody waits any more: what is not drawn yet need not be. */
  void giveUp() {
    answer.cancel(false);
  }

  /** Waits for the images; what went wrong with them is thrown here. */
  List<Answer> await() {
    while (true) {
      requester.throwIfStopping().run();
      try {
        return answer.get(LOOK_UP, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue;
      } catch (ExecutionException e) {
        throw Failures.rethrown(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unavailable("interrupted", "Interrupted while images were drawn.", e);
      }
    }
  }
}
