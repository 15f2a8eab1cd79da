package io.mien.synth.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Requests of one urgency. Clients lead batches in turn, and so do the runs of each, with the
 * oldest of their requests; room that is left goes to the client's other runs and then to the
 * others, in the order of their turns, whose turn stays theirs. Not thread-safe.
 */
final class FairLane {

  /** Whose turn is next comes first; nobody is here without a request. */
  private final Map<String, RunTurns> clients = new LinkedHashMap<>();

  void add(Request request) {
    clients.computeIfAbsent(request.requester().client(), id -> new RunTurns()).add(request);
  }

  /** Forgets a request that is not wanted any more; one that is not here is none. */
  void remove(Request request) {
    clients.computeIfPresent(
        request.requester().client(),
        (id, runs) -> {
          runs.remove(request);
          return runs.isEmpty() ? null : runs;
        });
  }

  boolean isEmpty() {
    return clients.isEmpty();
  }

  List<Request> all() {
    return requests().toList();
  }

  /** What the next batch will be of. There must be one. */
  BatchKey nextKey() {
    return leader().key();
  }

  /** When the request was made that has waited longest. There must be one. */
  long oldest() {
    long first = leader().askedAt();
    // Instants of the clock are not compared but subtracted: it may overflow
    long before =
        clients.values().stream()
            .flatMap(RunTurns::oldest)
            .mapToLong(request -> first - request.askedAt())
            .max()
            .orElse(0);
    return first - before;
  }

  /** How many images of a kind are asked for. */
  int images(BatchKey key) {
    return requests().filter(request -> request.key().equals(key)).mapToInt(Request::left).sum();
  }

  /** The next batch, led by whose turn it is, who is the last from then on. */
  Batch take(int most) {
    Request leader = leader();
    List<Place> places = new ArrayList<>();
    Iterator<RunTurns> turns = clients.values().iterator();
    while (turns.hasNext() && places.size() < most) {
      RunTurns runs = turns.next();
      runs.take(leader.key(), most, places);
      if (runs.isEmpty()) {
        turns.remove();
      }
    }
    endTurn(leader.requester());
    return new Batch(leader.key(), places);
  }

  private void endTurn(Requester leader) {
    RunTurns rest = clients.remove(leader.client());
    if (rest != null) {
      rest.endTurn(leader.run());
      clients.put(leader.client(), rest);
    }
  }

  private Request leader() {
    return clients.values().iterator().next().leader();
  }

  private Stream<Request> requests() {
    return clients.values().stream().flatMap(RunTurns::all);
  }
}
