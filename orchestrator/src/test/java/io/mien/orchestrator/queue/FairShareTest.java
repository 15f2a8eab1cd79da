package io.mien.orchestrator.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.task.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FairShareTest {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final UUID one = new UUID(0, 1);
  private final UUID two = new UUID(0, 2);
  private final List<WaitingTask> waiting = new ArrayList<>();

  @Test
  void clientsWithEqualWeightsGetEqualShares() {
    queue(one, Lane.BATCH, 10);
    queue(two, Lane.BATCH, 10);

    assertThat(shares(List.of(client(one, 1, 0, NO_LIMIT), client(two, 1, 0, NO_LIMIT)), 6))
        .isEqualTo(Map.of(one, 3L, two, 3L));
  }

  @Test
  void sharesFollowTheWeights() {
    queue(one, Lane.BATCH, 10);
    queue(two, Lane.BATCH, 10);

    assertThat(shares(List.of(client(one, 3, 0, NO_LIMIT), client(two, 1, 0, NO_LIMIT)), 8))
        .isEqualTo(Map.of(one, 6L, two, 2L));
  }

  @Test
  void whatAClientHoldsAlreadyCounts() {
    queue(one, Lane.BATCH, 10);
    queue(two, Lane.BATCH, 10);

    assertThat(shares(List.of(client(one, 1, 4, NO_LIMIT), client(two, 1, 0, NO_LIMIT)), 4))
        .isEqualTo(Map.of(two, 4L));
  }

  @Test
  void nobodyGetsMoreThanTheQuotaAllowsAndTheRestGoesToOthers() {
    queue(one, Lane.BATCH, 10);
    queue(two, Lane.BATCH, 10);

    assertThat(shares(List.of(client(one, 1, 0, 1), client(two, 1, 0, NO_LIMIT)), 6))
        .isEqualTo(Map.of(one, 1L, two, 5L));
    assertThat(shares(List.of(client(one, 1, 9, -4), client(two, 1, 0, 0)), 6)).isEmpty();
  }

  @Test
  void moreUrgentLanesComeFirstWhoeverHasWhat() {
    queue(one, Lane.BATCH, 5);
    queue(two, Lane.ON_DEMAND, 2);

    FairShare share = share(List.of(client(one, 100, 0, NO_LIMIT), client(two, 1, 50, NO_LIMIT)));

    assertThat(clients(share.take(3, Lane.BATCH))).containsExactly(two, two, one);
  }

  @Test
  void onlyLanesUpToTheLastOneAreServed() {
    queue(one, Lane.BATCH, 5);
    queue(one, Lane.URGENT, 1);

    FairShare share = share(List.of(client(one, 1, 0, NO_LIMIT)));

    assertThat(share.take(3, Lane.URGENT)).hasSize(1);
    assertThat(share.take(3, Lane.URGENT)).isEmpty();
    assertThat(share.take(9, Lane.BATCH)).hasSize(5);
  }

  @Test
  void atLikeSharesTheLongestWaitingTaskIsFirst() {
    queue(two, Lane.BATCH, 1);
    queue(one, Lane.BATCH, 1);

    FairShare share = share(List.of(client(one, 1, 0, NO_LIMIT), client(two, 1, 0, NO_LIMIT)));

    assertThat(clients(share.take(1, Lane.BATCH))).containsExactly(two);
  }

  @Test
  void noSlotIsLeftWhileAnybodyMayHaveIt() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      waiting.clear();
      List<ClientLoad> clients = new ArrayList<>();
      int claimable = 0;
      for (int i = 1; i <= 5; i++) {
        UUID id = new UUID(1, i);
        int allowed = random.nextInt(6);
        int tasks = random.nextInt(6);
        clients.add(client(id, 1 + random.nextInt(4), random.nextInt(4), allowed));
        queue(id, Lane.values()[random.nextInt(3)], tasks);
        claimable += Math.min(allowed, tasks);
      }
      int slots = random.nextInt(20);

      List<TaskId> taken = share(clients).take(slots, Lane.BATCH);

      assertThat(taken).as("seed %d, round %d", seed, round).doesNotHaveDuplicates();
      assertThat(taken).as("seed %d, round %d", seed, round).hasSize(Math.min(slots, claimable));
    }
  }

  private void queue(UUID client, Lane lane, int tasks) {
    for (int i = 0; i < tasks; i++) {
      waiting.add(
          new WaitingTask(
              new TaskId(UUID.randomUUID()), client, lane, Instant.ofEpochSecond(waiting.size())));
    }
  }

  private static ClientLoad client(UUID id, int weight, int active, int allowed) {
    return new ClientLoad(id, weight, active, allowed);
  }

  private FairShare share(List<ClientLoad> clients) {
    return new FairShare(clients, waiting);
  }

  private Map<UUID, Long> shares(List<ClientLoad> clients, int slots) {
    return clients(share(clients).take(slots, Lane.BATCH)).stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private List<UUID> clients(List<TaskId> tasks) {
    Map<TaskId, UUID> owners =
        waiting.stream().collect(Collectors.toMap(WaitingTask::taskId, WaitingTask::client));
    return tasks.stream().map(owners::get).toList();
  }
}
