package io.mien.synth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

  private static final long WAIT = Duration.ofMillis(5).toNanos();

  private final BatchSizes sizes = new BatchSizes(4);
  private final RequestQueue queue = new RequestQueue(sizes, Duration.ofNanos(WAIT));

  @Test
  void nothingIsDueThatNobodyAskedFor() {
    assertThat(queue.untilNext(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsOnDemandWaitsAMomentForOthers() {
    queue.add(Asked.onDemand("a", "x", 2, 1000));
    queue.add(Asked.onDemand("b", "x", 1, 1500));

    assertThat(queue.untilNext(2000)).isEqualTo(WAIT - 1000);
    assertThat(queue.untilNext(1000 + WAIT)).isZero();
    assertThat(Asked.of(queue.next())).containsExactly("a0", "a1", "b0");
    assertThat(queue.untilNext(2000)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theClockMayStartAnywhere() {
    long start = Long.MAX_VALUE - 10;
    queue.add(Asked.onDemand("a", "x", 2, start));

    assertThat(queue.untilNext(start + 1000)).isEqualTo(WAIT - 1000);
  }

  @Test
  void aFullBatchWaitsForNobody() {
    queue.add(Asked.onDemand("a", "x", 3, 0));
    queue.add(Asked.onDemand("b", "x", 3, 0));

    assertThat(queue.untilNext(0)).isZero();
    assertThat(Asked.of(queue.next())).containsExactly("a0", "a1", "a2", "b0");
    assertThat(queue.untilNext(0)).as("the rest").isEqualTo(WAIT);
  }

  @Test
  void whatIsInBulkWaitsForNobody() {
    queue.add(Asked.bulk("a", "x", 1));

    assertThat(queue.untilNext(0)).isZero();
  }

  @Test
  void whatIsOnDemandGoesFirstAndAlone() {
    queue.add(Asked.bulk("a", "x", 9));
    queue.add(Asked.onDemand("b", "x", 1, 0));

    assertThat(queue.untilNext(0)).as("the device stays free for it").isEqualTo(WAIT);
    assertThat(Asked.of(queue.next())).containsExactly("b0");
    assertThat(Asked.of(queue.next())).containsExactly("a0", "a1", "a2", "a3");
  }

  @Test
  void otherCheckpointsAndOtherGroupsOfLabelsAreOtherBatches() {
    queue.add(Asked.bulk("a", "x", 1));
    queue.add(Asked.bulk("b", "y", 1));
    queue.add(Asked.of(Urgency.BULK, "c", new BatchKey(Asked.checkpoint("x"), "pose"), 1, 0));
    queue.add(Asked.bulk("d", "x", 1));

    assertThat(Asked.of(queue.next())).containsExactly("a0", "d0");
    assertThat(Asked.of(queue.next())).containsExactly("b0");
    assertThat(Asked.of(queue.next())).containsExactly("c0");
  }

  @Test
  void requestersTakeTurnsHoweverMuchOneAsksFor() {
    queue.add(Asked.bulk("a", "x", 10));
    queue.add(Asked.bulk("a", "x", 10));
    queue.add(Asked.bulk("b", "y", 5));

    assertThat(Asked.of(queue.next())).containsExactly("a0", "a1", "a2", "a3");
    assertThat(Asked.of(queue.next())).containsExactly("b0", "b1", "b2", "b3");
    assertThat(Asked.of(queue.next())).containsExactly("a4", "a5", "a6", "a7");
    assertThat(Asked.of(queue.next())).containsExactly("b4");
    assertThat(Asked.of(queue.next())).as("both requests").containsExactly("a8", "a9", "a0", "a1");
  }

  @Test
  void clientsTakeTurnsHoweverManyRunsOneHas() {
    for (String run : List.of("a", "b", "c")) {
      queue.add(Asked.bulkOf("many runs", run, "x", 8));
    }
    queue.add(Asked.bulkOf("one run", "d", "y", 8));

    assertThat(Asked.of(queue.next())).containsExactly("a0", "a1", "a2", "a3");
    assertThat(Asked.of(queue.next())).containsExactly("d0", "d1", "d2", "d3");
    assertThat(Asked.of(queue.next())).containsExactly("b0", "b1", "b2", "b3");
    assertThat(Asked.of(queue.next())).containsExactly("d4", "d5", "d6", "d7");
    assertThat(Asked.of(queue.next())).containsExactly("c0", "c1", "c2", "c3");
    assertThat(Asked.of(queue.next())).containsExactly("a4", "a5", "a6", "a7");
  }

  @Test
  void roomOfABatchGoesToTheClientsOtherRunsFirst() {
    queue.add(Asked.bulkOf("many runs", "a", "x", 1));
    queue.add(Asked.bulkOf("one run", "b", "x", 6));
    queue.add(Asked.bulkOf("many runs", "c", "x", 2));
    queue.add(Asked.bulkOf("many runs", "d", "y", 1));

    assertThat(Asked.of(queue.next())).containsExactly("a0", "c0", "c1", "b0");
    assertThat(Asked.of(queue.next())).containsExactly("b1", "b2", "b3", "b4");
    assertThat(Asked.of(queue.next())).containsExactly("d0");
    assertThat(Asked.of(queue.next())).containsExactly("b5");
    assertThat(queue.untilNext(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whoFillsTheBatchOfAnotherKeepsItsTurn() {
    queue.add(Asked.bulk("a", "x", 3));
    queue.add(Asked.bulk("b", "x", 4));
    queue.add(Asked.bulk("c", "x", 4));

    assertThat(Asked.of(queue.next())).containsExactly("a0", "a1", "a2", "b0");
    assertThat(Asked.of(queue.next())).containsExactly("b1", "b2", "b3", "c0");
  }

  @Test
  void whatIsWithdrawnIsNotDrawn() {
    Request withdrawn = Asked.bulk("a", "x", 9);
    queue.add(withdrawn);
    queue.add(Asked.bulk("b", "x", 1));
    queue.next();

    queue.remove(withdrawn);
    queue.remove(withdrawn);

    assertThat(Asked.of(queue.next())).containsExactly("b0");
    assertThat(queue.untilNext(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatOnceWasTooMuchIsDrawnInSmallerBatches() {
    sizes.shrink(Asked.checkpoint("x"), 4);
    queue.add(Asked.bulk("a", "x", 3));
    queue.add(Asked.bulk("b", "y", 3));

    assertThat(queue.next().places()).hasSize(2);
    assertThat(queue.next().places()).hasSize(3);
  }

  @Test
  void nobodyStarvesWhateverOthersAskFor() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, Integer> batches = new HashMap<>();
    Map<String, Long> asked = new HashMap<>();
    for (int turn = 0; turn < 4000; turn++) {
      for (String who : List.of("a", "b", "c", "d")) {
        // One asks for a hundred times as much as another
        if (asked.getOrDefault(who, 0L) < 40) {
          int images = who.equals("a") ? 300 : 1 + random.nextInt(6);
          queue.add(Asked.bulk(who, who.equals("d") ? "y" : "x", images));
          asked.merge(who, (long) images, Long::sum);
        }
      }
      Batch batch = queue.next();
      batches.merge(Asked.of(batch).get(0).substring(0, 1), 1, Integer::sum);
      batch
          .places()
          .forEach(place -> asked.merge(place.request().requester().run(), -1L, Long::sum));
    }

    assertThat(batches.values())
        .as("batches that each led of 4000, seed %d", seed)
        .allSatisfy(led -> assertThat(led).isBetween(900, 1100));
  }
}
