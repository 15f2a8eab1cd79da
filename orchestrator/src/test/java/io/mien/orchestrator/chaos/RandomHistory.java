package io.mien.orchestrator.chaos;

import io.mien.contracts.TaskKind;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.DatabaseFailure;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.key.KeyAdministration;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.webhook.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two replicas, a fleet of workers, some clients and those who want to hear of it under the faults
 * of one seed; then the faults end, and everything has to come to rest.
 */
final class RandomHistory {

  private static final int WORKERS_ACT = 4;
  private static final int MOST_RUNS = 14;
  private static final int FOLLOWED_AT_ONCE = 7;
  private static final int FOLLOWED_ON = 12;
  private static final int MOST_ROUNDS = 300;
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  private final Random random;
  private final ChaosDatabase tables;
  private final BreakingDataSource source;
  private final UnreliableTopics topics;
  private final SimulatedHorizon horizon;
  private final List<Replica> replicas;
  private final Fleet fleet;
  private final Clients clients;
  private final DispatchCheck dispatches;
  private final SimulatedEndpoint endpoint;
  private final Subscriptions subscriptions;
  private final JdbcHistory history = new JdbcHistory(Clock.systemUTC());
  private final List<EventView> followed = new CopyOnWriteArrayList<>();
  private final Odds odds;
  private final AtomicLong unavailable = new AtomicLong();
  private boolean alone = true;

  RandomHistory(long seed, ChaosDatabase tables) {
    this.random = new Random(seed);
    this.tables = tables;
    this.odds = Odds.some(random);
    this.source = tables.breakingSource(random);
    this.topics = new UnreliableTopics(random);
    JdbcTaskTransitions clock = new JdbcTaskTransitions();
    this.horizon = new SimulatedHorizon(topics, () -> tables.database().transact(clock::now));
    this.endpoint = new SimulatedEndpoint(random);
    this.replicas =
        IntStream.range(0, 2)
            .mapToObj(i -> new Replica(source, topics, horizon, endpoint, random))
            .toList();
    this.fleet = new Fleet(topics, random);
    Replica first = replicas.get(0);
    this.clients = new Clients(tables.database(), first.get(KeyAdministration.class), random);
    this.dispatches = new DispatchCheck(tables, clients.all());
    this.subscriptions = new Subscriptions(endpoint);
    subscriptions.register(tables.database(), first.get(Webhooks.class), random);
  }

  /** So many things happen, one after the other, each in one of the replicas. */
  void live(int actions) {
    rage();
    for (int i = 0; i < actions; i++) {
      workersAct();
      act(someReplica());
      passTimeSometimes();
    }
  }

  /** So many times both replicas act at once, while somebody follows what is told. */
  void liveSideBySide(int pairs, SideBySide threads) {
    rage();
    alone = false;
    for (int i = 0; i < pairs; i++) {
      workersAct();
      threads.run(
          List.of(
              () -> actAgain(replicas.get(0)), () -> actAgain(replicas.get(1)), this::followOn));
      passTimeSometimes();
    }
  }

  /**
   * Ends the faults and goes on until nothing is left to do.
   *
   * @throws AssertionError when that takes too long
   */
  void comeToRest() {
    source.setOdds(0);
    topics.setOdds(Odds.NONE);
    endpoint.setOdds(0);
    fleet.calmDown();
    clients.resumeAll(replicas.get(0));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      quietRound();
      if (isAtRest()) {
        pass(Duration.ofMinutes(1));
        quietRound();
        follow(tables.database());
        tellTheRest();
        return;
      }
    }
    throw new AssertionError("No rest after %d rounds: %s".formatted(MOST_ROUNDS, tables.unrest()));
  }

  /** Whatever does not hold. */
  List<String> violations() {
    List<String> found = new ArrayList<>(dispatches.violations());
    List<EventView> all = tables.events();
    ToldHistory told = new ToldHistory(all);
    found.addAll(told.violations());
    found.addAll(new RowCheck(tables, told).violations(clients.asked()));
    found.addAll(new QuotaCheck(clients.owners(), all).violations());
    found.addAll(subscriptions.violations(all));
    told.tasks().values().stream()
        .flatMap(task -> task.holders().stream())
        .filter(holder -> !fleet.started().contains(holder))
        .forEach(holder -> found.add("Nobody started " + holder));
    for (TaskKind kind : TaskKind.values()) {
      int free = tables.rooms().get(kind.ordinal()).free();
      if (free != fleet.slots(kind)) {
        found.add("%d slots of %s, but %d are free".formatted(fleet.slots(kind), kind, free));
      }
    }
    if (!all.equals(List.copyOf(followed))) {
      found.add("Whoever followed read %d events of %d".formatted(followed.size(), all.size()));
    }
    return found;
  }

  /** How often each kind of thing happened: what was told, and what can only be met. */
  Map<String, Long> tally() {
    List<EventView> all = tables.events();
    Map<String, Long> met =
        new HashMap<>(
            all.stream().collect(Collectors.groupingBy(EventView::type, Collectors.counting())));
    met.put("fault", unavailable.get() + source.faults());
    met.put("full quota", new QuotaCheck(clients.owners(), all).full());
    met.put("overtaking", dispatches.overtaken());
    met.put("last start of a minute", dispatches.pressed());
    met.put("failed webhook", endpoint.failures());
    return met;
  }

  private void rage() {
    source.setOdds(odds.broken());
    topics.setOdds(odds);
    endpoint.setOdds(odds.unwell());
  }

  /** There are more of them than of us. */
  private void workersAct() {
    for (int i = 0; i < WORKERS_ACT; i++) {
      fleet.act();
    }
  }

  private void actAgain(Replica replica) {
    act(replica);
    act(replica);
  }

  private void followOn() {
    for (int i = 0; i < FOLLOWED_ON; i++) {
      follow(tables.database());
    }
  }

  private void act(Replica replica) {
    int dice = random.nextInt(115);
    try {
      if (dice < 8) {
        askAndSubmit(replica);
      } else if (dice < 10) {
        clients.cancel(replica);
      } else if (dice < 15) {
        clients.retry(replica);
      } else if (dice < 17) {
        clients.pause(replica);
      } else if (dice < 20) {
        clients.resume(replica);
      } else if (dice < 40) {
        dispatch(replica);
      } else if (dice < 55) {
        replica.publish();
      } else if (dice < 84) {
        replica.read();
      } else if (dice < 100) {
        sweep(replica, dice);
      } else if (dice < 103) {
        clients.prioritise(replica);
      } else if (dice < 107) {
        replica.collect();
      } else {
        replica.deliver();
      }
    } catch (Unavailable e) {
      unavailable.incrementAndGet();
    } catch (DatabaseFailure e) {
      requireConflict(e);
      unavailable.incrementAndGet();
    }
  }

  /** A transaction may lose more often than it is tried again; then it is somebody's next turn. */
  private static void requireConflict(DatabaseFailure failure) {
    if (failure.isOfTheValues()) {
      throw failure;
    }
  }

  private void sweep(Replica replica, int dice) {
    if (dice < 88) {
      replica.reap();
    } else if (dice < 92) {
      replica.expireOffers();
    } else if (dice < 94) {
      replica.loseWorkers();
    } else if (dice < 99) {
      follow(replica.database());
    } else if (random.nextInt(4) == 0) {
      topics.loseEverything();
    }
  }

  private void askAndSubmit(Replica replica) {
    if (clients.asked() < MOST_RUNS && clients.isAnswered()) {
      clients.ask();
    }
    clients.submit(replica);
  }

  /** What a dispatch does can only be judged while nothing else happens. */
  private void dispatch(Replica replica) {
    if (alone) {
      dispatches.around(replica::dispatch);
    } else {
      replica.dispatch();
    }
  }

  private synchronized void follow(Database database) {
    List<EventView> page;
    do {
      long last = followed.isEmpty() ? 0 : followed.get(followed.size() - 1).sequence();
      page = database.transact(tx -> history.after(tx, last, null, FOLLOWED_AT_ONCE));
      followed.addAll(page);
    } while (page.size() == FOLLOWED_AT_ONCE);
  }

  private void passTimeSometimes() {
    int dice = random.nextInt(100);
    if (dice < 8) {
      pass(Duration.ofSeconds(1 + random.nextInt(15)));
    } else if (dice == 8) {
      pass(Duration.ofSeconds(70));
    }
  }

  private void pass(Duration time) {
    tables.pass(time);
    horizon.pass(time);
    fleet.pass(time);
  }

  private void quietRound() {
    Replica replica = someReplica();
    while (!clients.isAnswered()) {
      clients.submit(replica);
    }
    fleet.workWell();
    for (int i = 0; i < MOST_ROUNDS && !topics.isReadUpTo(topics.sent()); i++) {
      replica.read();
    }
    replica.dispatch();
    while (replica.publish() == Step.Progress.MORE) {
      // The outbox has another batch
    }
    replica.reap();
    replica.expireOffers();
    replica.loseWorkers();
    pass(ROUND);
  }

  /** What endpoints could not take waits for them longer than anything else lasts. */
  private void tellTheRest() {
    Replica replica = someReplica();
    replica.collect();
    for (int round = 0; round < MOST_ROUNDS && tables.untold() > 0; round++) {
      tables.passForWebhooks(LONGEST_PAUSE);
      while (replica.deliver() == Step.Progress.MORE) {
        // There is more that is due
      }
    }
  }

  private boolean isAtRest() {
    return tables.unrest().isEmpty() && topics.isEmpty() && fleet.isIdle();
  }

  private Replica someReplica() {
    return replicas.get(random.nextInt(replicas.size()));
  }
}
