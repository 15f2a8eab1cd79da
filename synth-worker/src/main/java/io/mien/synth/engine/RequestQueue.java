package io.mien.synth.engine;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides what is drawn next. What is asked for on demand goes first, and never shares a batch with
 * what is not, which would only make it longer. Not thread-safe.
 */
final class RequestQueue {

  private final FairLane onDemand = new FairLane();
  private final FairLane bulk = new FairLane();
  private final BatchSizes sizes;
  private final long maxWait;

  /**
   * @param maxWait how long a request on demand may wait for others, unless the batch is full
   */
  RequestQueue(BatchSizes sizes, Duration maxWait) {
    this.sizes = sizes;
    this.maxWait = maxWait.toNanos();
  }

  void add(Request request) {
    lane(request).add(request);
  }

  /** Takes back what is in no batch yet. */
  void remove(Request request) {
    lane(request).remove(request);
  }

  List<Request> all() {
    return Stream.concat(onDemand.all().stream(), bulk.all().stream()).toList();
  }

  /** Nanoseconds until the next batch should begin, 0 for now; {@code MAX_VALUE} without one. */
  long untilNext(long now) {
    if (onDemand.isEmpty()) {
      return bulk.isEmpty() ? Long.MAX_VALUE : 0;
    }
    BatchKey key = onDemand.nextKey();
    boolean full = onDemand.images(key) >= sizes.of(key.checkpoint());
    return full ? 0 : Math.max(0, maxWait - (now - onDemand.oldest()));
  }

  /** The next batch, whether its time has come or not. There must be a request. */
  Batch next() {
    FairLane lane = onDemand.isEmpty() ? bulk : onDemand;
    return lane.take(sizes.of(lane.nextKey().checkpoint()));
  }

  private FairLane lane(Request request) {
    return switch (request.requester().urgency()) {
      case ON_DEMAND -> onDemand;
      case BULK -> bulk;
    };
  }
}
