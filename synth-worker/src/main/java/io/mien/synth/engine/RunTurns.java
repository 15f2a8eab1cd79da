package io.mien.synth.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests of one client, whose runs take turns. Not thread-safe. */
final class RunTurns {

  /** Whose turn is next comes first; no run is here without a request. */
  private final Map<String, Deque<Request>> runs = new LinkedHashMap<>();

  void add(Request request) {
    runs.computeIfAbsent(request.requester().run(), run -> new ArrayDeque<>()).addLast(request);
  }

  void remove(Request request) {
    runs.computeIfPresent(
        request.requester().run(),
        (run, requests) -> requests.remove(request) && requests.isEmpty() ? null : requests);
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  Stream<Request> all() {
    return runs.values().stream().flatMap(Deque::stream);
  }

  /** The oldest request of each run. */
  Stream<Request> oldest() {
    return runs.values().stream().map(Deque::getFirst);
  }

  /** What the next batch is led by. There must be a request. */
  Request leader() {
    return runs.values().iterator().next().getFirst();
  }

  /** Adds images of a kind to a batch, run by run, until it has so many. */
  void take(BatchKey key, int most, List<Place> into) {
    Iterator<Deque<Request>> turns = runs.values().iterator();
    while (turns.hasNext() && into.size() < most) {
      Deque<Request> requests = turns.next();
      take(requests, key, most, into);
      if (requests.isEmpty()) {
        turns.remove();
      }
    }
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

  /** The run that has led a batch is the last from now on, if anything of it is left. */
  void endTurn(String run) {
    Deque<Request> rest = runs.remove(run);
    if (rest != null) {
      runs.put(run, rest);
    }
  }
}
