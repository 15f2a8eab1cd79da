package io.mien.orchestrator.chaos;

import io.mien.contracts.TaskKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** All workers: those at work, and those that are frozen. The dead are forgotten. */
final class Fleet {

  private static final int MOST_SLOTS = 3;

  private final UnreliableTopics topics;
  private final int mostSlots;
  private final RandomGenerator random;
  private final List<SimulatedWorker> awake = new ArrayList<>();
  private final List<SimulatedWorker> frozen = new ArrayList<>();
  private final Set<String> started = new HashSet<>();
  private int made;

  /** A small one or a large one, by chance: where slots are few, it matters who gets them. */
  Fleet(UnreliableTopics topics, RandomGenerator random) {
    this.topics = topics;
    this.random = random;
    this.mostSlots = 1 + random.nextInt(MOST_SLOTS);
    for (int i = 0; i < mostSlots; i++) {
      Arrays.stream(TaskKind.values()).forEach(this::add);
    }
  }

  /** Something happens to some worker. */
  void act() {
    int dice = random.nextInt(100);
    if (dice < 3) {
      comeOrGo();
    } else if (dice < 7) {
      freezeOrThaw();
    } else if (dice < 15) {
      someOf(awake).ifPresent(SimulatedWorker::appear);
    } else if (dice < 42) {
      someOf(awake).ifPresent(SimulatedWorker::take);
    } else if (dice < 54) {
      someOf(awake).ifPresent(SimulatedWorker::obey);
    } else {
      List<SimulatedWorker> busy = awake.stream().filter(worker -> !worker.isIdle()).toList();
      someOf(busy).ifPresent(SimulatedWorker::work);
    }
  }

  void pass(Duration time) {
    awake.forEach(worker -> worker.pass(time));
  }

  /** The frozen come back and speak at once; of every kind there is a worker from now on. */
  void calmDown() {
    frozen.forEach(SimulatedWorker::finishAll);
    awake.addAll(frozen);
    frozen.clear();
    Arrays.stream(TaskKind.values()).forEach(this::add);
  }

  /** One round of a fleet that nothing happens to. */
  void workWell() {
    for (SimulatedWorker worker : awake) {
      worker.appear();
      worker.obey();
      for (int slot = 0; slot < worker.slots(); slot++) {
        worker.take();
      }
      worker.workWell();
    }
  }

  boolean isIdle() {
    return awake.stream().allMatch(SimulatedWorker::isIdle);
  }

  /** Prefixes of all attempts that any of them ever started. */
  Set<String> started() {
    return Set.copyOf(started);
  }

  int slots(TaskKind kind) {
    return awake.stream()
        .filter(worker -> worker.kind() == kind)
        .mapToInt(SimulatedWorker::slots)
        .sum();
  }

  private Optional<SimulatedWorker> someOf(List<SimulatedWorker> workers) {
    return workers.isEmpty()
        ? Optional.empty()
        : Optional.of(workers.get(random.nextInt(workers.size())));
  }

  private void add(TaskKind kind) {
    made++;
    int slots = 1 + random.nextInt(mostSlots);
    awake.add(
        new SimulatedWorker(
            new SimulatedWorker.WorkerPlan(kind, made, slots), topics, random, started));
  }

  private void comeOrGo() {
    if (awake.size() < 6 || random.nextBoolean()) {
      TaskKind[] kinds = TaskKind.values();
      add(kinds[random.nextInt(kinds.length)]);
    } else {
      SimulatedWorker gone = awake.remove(random.nextInt(awake.size()));
      if (random.nextInt(3) == 0) {
        gone.stop();
      }
    }
  }

  /** A frozen process knows nothing of the time; some of its threads speak before others listen. */
  private void freezeOrThaw() {
    if (!frozen.isEmpty() && random.nextBoolean()) {
      SimulatedWorker back = frozen.remove(random.nextInt(frozen.size()));
      awake.add(back);
      if (random.nextBoolean()) {
        back.finishAll();
      }
    } else if (awake.size() > 4) {
      frozen.add(awake.remove(random.nextInt(awake.size())));
    }
  }
}
