package io.mien.store.minio;

import io.mien.contracts.failure.Unavailable;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a request while the store is away, a few times, and then says that it is. */
final class Retries {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  private final RetryPolicy policy;
  private final RandomGenerator random;
  private final Pause pause;

  Retries(RetryPolicy policy, RandomGenerator random, Pause pause) {
    this.policy = policy;
    this.random = random;
    this.pause = pause;
  }

  /** Waits between the tries. */
  static Retries pausing(RetryPolicy policy) {
    return new Retries(policy, new SecureRandom(), duration -> Thread.sleep(duration.toMillis()));
  }

  /**
   * @param what what is attempted and on which object, to go after "Cannot"
   * @throws Unavailable when the store stayed away, or refused
   * @throws Missing when it answered that there is no such object
   */
  <T> T call(String what, Request<T> request) throws Missing {
    for (int attempt = 1; ; attempt++) {
      try {
        return request.send();
      } catch (MinioException | IOException | IllegalStateException e) {
        // The client wraps network errors in IllegalStateException
        switch (Fault.of(e)) {
          case MISSING -> throw new Missing(e);
          case REFUSED -> throw refused(what, e);
          case AWAY -> pauseOrGiveUp(what, attempt, e);
        }
      }
    }
  }

  private void pauseOrGiveUp(String what, int attempt, Exception cause) {
    if (attempt >= policy.attempts()) {
      throw new Unavailable(
          "store-unavailable",
          "Cannot %s: tried %d times, last found: %s. Check the object store."
              .formatted(what, attempt, Fault.describe(cause)),
          cause);
    }
    Duration wait = policy.pause(attempt, random);
    LOG.debug("Cannot {} yet ({}); next try in {}", what, Fault.describe(cause), wait);
    try {
      pause.of(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(
          "store-unavailable",
          "Cannot %s: interrupted while waiting for the object store".formatted(what),
          cause);
    }
  }

  private static Unavailable refused(String what, Exception cause) {
    return new Unavailable(
        "store-refused",
        "Cannot %s: the object store refused: %s. Check endpoint, keys and buckets."
            .formatted(what, Fault.describe(cause)),
        cause);
  }

  @FunctionalInterface
  interface Request<T> {
    T send() throws MinioException, IOException;
  }

  @FunctionalInterface
  interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /** There is no such object. */
  static final class Missing extends Exception {

    private static final long serialVersionUID = 1L;

    Missing(Throwable cause) {
      super(cause);
    }
  }
}
