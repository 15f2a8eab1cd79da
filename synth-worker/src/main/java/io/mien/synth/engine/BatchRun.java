package io.mien.synth.engine;

import java.util.List;

/**
 * Draws a batch. When it fails, both halves are tried, and so on: what is at fault in the end fails
 * alone, and what was too much at once is drawn in smaller batches from then on.
 */
final class BatchRun {

  private final BatchSizes sizes;
  private final EngineMeters meters;

  BatchRun(BatchSizes sizes, EngineMeters meters) {
    this.sizes = sizes;
    this.meters = meters;
  }

  void draw(Batch batch, Network network) {
    draw(batch, batch.places(), network);
  }

  private void draw(Batch batch, List<Place> all, Network network) {
    List<Place> places = all.stream().filter(place -> place.request().isWanted()).toList();
    if (places.isEmpty()) {
      return;
    }
    try {
      List<Wish> wishes = places.stream().map(Place::wish).toList();
      put(places, meters.drawn(batch.urgency(), wishes.size(), () -> network.answer(wishes)));
    } catch (RuntimeException | Error e) {
      meters.failed(e);
      divide(batch, places, network, e);
    }
  }

  private static void put(List<Place> places, List<Answer> answers) {
    for (int i = 0; i < places.size(); i++) {
      places.get(i).put(answers.get(i));
    }
  }

  private void divide(Batch batch, List<Place> places, Network network, Throwable failure) {
    Checkpoint checkpoint = batch.key().checkpoint();
    int size = places.size();
    if (size == 1) {
      String attempted = "Draw one image of checkpoint " + checkpoint.sha256();
      places.get(0).request().fail(Failures.told(failure, attempted));
      return;
    }
    if (Failures.isLackOfMemory(failure)) {
      sizes.shrink(checkpoint, size);
    }
    draw(batch, places.subList(0, size / 2), network);
    draw(batch, places.subList(size / 2, size), network);
  }
}
