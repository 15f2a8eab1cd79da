package io.mien.synth.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests of one urgency. Requesters lead batches in turn, each with the oldest of its requests;
 * room that is left goes to the others in the order of their turns, whose turn stays theirs. Not
 * thread-safe.
 */
final class FairLane {

  /** Whose turn is next comes first; nobody is here without a request. */
  private final Map<String, Deque<Request>> requesters = new LinkedHashMap<>();

  void add(Request request) {
    requesters.computeIfAbsent(request.requester().id(), id -> new ArrayDeque<>()).addLast(request);
  }

  /** Forgets a request that is not wanted any more; one that is not here is none. */
  void remove(Request request) {
    requesters.computeIfPresent(
        request.requester().id(),
        (id, requests) -> requests.remove(request) && requests.isEmpty() ? null : requests);
  }

  boolean isEmpty() {
    return requesters.isEmpty();
  }

  List<Request> all() {
    return requesters.values().stream().flatMap(Deque::stream).toList();
  }

  /** What the next batch will be of. There must be one. */
  BatchKey nextKey() {
    return requesters.values().iterator().next().getFirst().key();
  }

  /** When the request was made that has waited longest. There must be one. */
  long oldest() {
    long first = requesters.values().iterator().next().getFirst().askedAt();
    long before = 0; // instants of the clock are not compared but subtracted: it may overflow
    for (Deque<Request> requests : requesters.values()) {
      before = Math.max(before, first - requests.getFirst().askedAt());
    }
    return first - before;
  }

  /** How many images of a kind are asked for. */
  int images(BatchKey key) {
    return requesters.values().stream()
        .flatMap(Deque::stream)
        .filter(request -> request.key().equals(key))
        .mapToInt(Request::left)
        .sum();
  }

  /** The next batch, led by whose turn it is, who is the last from then on. */
  Batch take(int most) {
    BatchKey key = nextKey();
    String leader = requesters.keySet().iterator().next();
    List<Place> places = new ArrayList<>();
    Iterator<Deque<Request>> turns = requesters.values().iterator();
    while (turns.hasNext() && places.size() < most) {
      Deque<Request> requests = turns.next();
      take(requests, key, most, places);
      if (requests.isEmpty()) {
        turns.remove();
      }
    }
    Deque<Request> rest = requesters.remove(leader);
    if (rest != null) {
      requesters.put(leader, rest);
    }
    return new Batch(key, places);
  }

  private static void take(Deque<Request> from, BatchKey key, int most, List<Place> into) {
    Iterator<Request> requests = from.iterator();
    while (requests.hasNext() && into.size() < most) {
      Request request = requests.next();
      if (request.key().equals(key)) {
        into.addAll(request.take(most - into.size()));
        if (request.left() == 0) {
          requests.remove();
        }
      }
    }
  }
}
