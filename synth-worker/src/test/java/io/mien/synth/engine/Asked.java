package io.mien.synth.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Requests of strangers; the name of a requester, a letter, is the seed of what it asks for. */
final class Asked {

  private Asked() {}

  static Checkpoint checkpoint(String name) {
    return new Checkpoint(name, Path.of(name));
  }

  static BatchKey key(String checkpoint) {
    return new BatchKey(checkpoint(checkpoint), "");
  }

  static Request onDemand(String who, String checkpoint, int images, long at) {
    return of(Urgency.ON_DEMAND, who, key(checkpoint), images, at);
  }

  static Request bulk(String who, String checkpoint, int images) {
    return of(Urgency.BULK, who, key(checkpoint), images, 0);
  }

  /** Of a run of a client; its letter is the seed. */
  static Request bulkOf(String client, String run, String checkpoint, int images) {
    Requester requester = new Requester(Urgency.BULK, client, run, () -> {});
    return new Request(requester, key(checkpoint), wishes(run, images), 0);
  }

  static Request of(Urgency urgency, String who, BatchKey key, int images, long at) {
    return new Request(requester(urgency, who), key, wishes(who, images), at);
  }

  static Requester requester(Urgency urgency, String who) {
    return new Requester(urgency, who, who, () -> {});
  }

  static List<Wish> wishes(String who, int images) {
    List<Wish> wishes = new ArrayList<>();
    for (int number = 0; number < images; number++) {
      wishes.add(new Wish.Stranger(who.charAt(0), number));
    }
    return wishes;
  }

  /** What everybody gets who asks for so many. */
  static List<byte[]> pixels(String who, int images) {
    return IntStream.range(0, images)
        .mapToObj(number -> FakeNetwork.image(who.charAt(0), number).rgb())
        .toList();
  }

  static List<byte[]> pixels(List<Answer> answers) {
    return answers.stream()
        .map(Answer.Drawn.class::cast)
        .map(answer -> answer.image().rgb())
        .toList();
  }

  /** What a batch is of: requesters' letters with the numbers of their images. */
  static List<String> of(Batch batch) {
    return batch.places().stream()
        .map(place -> place.request().requester().run() + place.index())
        .toList();
  }
}
