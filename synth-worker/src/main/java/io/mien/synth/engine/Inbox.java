package io.mien.synth.engine;

import io.mien.contracts.failure.Unavailable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Where those who ask meet the thread that draws. Thread-safe. */
final class Inbox {

  private final RequestQueue queue;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable String closed;

  /**
   * @param nanos a clock for intervals
   */
  Inbox(RequestQueue queue, LongSupplier nanos) {
    this.queue = queue;
    this.nanos = nanos;
  }

  /**
   * Queues a request.
   *
   * @throws Unavailable when nothing is drawn any more
   */
  Request ask(Requester requester, BatchKey key, List<Wish> wishes) {
    Request request = new Request(requester, key, wishes, nanos.getAsLong());
    lock.lock();
    try {
      if (closed != null) {
        throw new Unavailable("engine-closed", "Images are no longer drawn here: " + closed);
      }
      queue.add(request);
      changed.signal();
      return request;
    } finally {
      lock.unlock();
    }
  }

  /** Takes back what is in no batch yet, and gives up the rest; nothing after an answer. */
  void withdraw(Request request) {
    request.giveUp();
    lock.lock();
    try {
      queue.remove(request);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next batch; empty when it is closed and everything asked for is drawn. */
  Optional<Batch> next() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        long wait = queue.untilNext(nanos.getAsLong());
        boolean any = wait < Long.MAX_VALUE;
        if (wait == 0 || any && closed != null) {
          return Optional.of(queue.next());
        }
        if (closed != null) {
          return Optional.empty();
        }
        if (any) {
          // How much is left shows in the queue
          long unused = changed.awaitNanos(wait);
        } else {
          changed.await();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what is queued is still handed out. */
  void close(String reason) {
    lock.lock();
    try {
      closed = closed == null ? reason : closed;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more, and fails what is queued. */
  void abandon(String reason, Throwable cause) {
    lock.lock();
    try {
      close(reason);
      for (Request request : queue.all()) {
        request.fail(new Unavailable("engine-lost", reason, cause));
        queue.remove(request);
      }
    } finally {
      lock.unlock();
    }
  }
}
