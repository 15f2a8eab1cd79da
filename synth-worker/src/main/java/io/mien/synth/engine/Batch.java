package io.mien.synth.engine;

import java.util.List;

/**
 * Images that are drawn at once.
 *
 * @param places at least one, all of one urgency
 */
record Batch(BatchKey key, List<Place> places) {

  Batch {
    places = List.copyOf(places);
  }

  Urgency urgency() {
    return places.get(0).request().requester().urgency();
  }

  /** Tells everybody in it that it failed. */
  void fail(Throwable reason) {
    places.forEach(place -> place.request().fail(reason));
  }
}
