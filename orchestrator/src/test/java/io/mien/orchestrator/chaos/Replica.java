package io.mien.orchestrator.chaos;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.Wiring;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dispatch.Dispatcher;
import io.mien.orchestrator.dispatch.RefusedOffers;
import io.mien.orchestrator.event.Report;
import io.mien.orchestrator.event.ReportHandler;
import io.mien.orchestrator.event.ReportReader;
import io.mien.orchestrator.event.TaskEventHandler;
import io.mien.orchestrator.event.UnreadableReport;
import io.mien.orchestrator.lease.EventHorizon;
import io.mien.orchestrator.lease.OfferExpiry;
import io.mien.orchestrator.lease.Reaper;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.outbox.OutboxPublisher;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.RetryPolicy;
import io.mien.orchestrator.webhook.CircuitRule;
import io.mien.orchestrator.webhook.Deliverer;
import io.mien.orchestrator.webhook.DeliveryAttempt;
import io.mien.orchestrator.webhook.EventCollector;
import io.mien.orchestrator.webhook.JdbcDeliveryRepository;
import io.mien.orchestrator.webhook.JdbcWebhookRepository;
import io.mien.orchestrator.webhook.Poster;
import io.mien.orchestrator.webhook.RetrySchedule;
import io.mien.orchestrator.webhook.SendingLimits;
import io.mien.orchestrator.webhook.address.Allowance;
import io.mien.orchestrator.webhook.address.Resolver;
import io.mien.orchestrator.webhook.address.Targets;
import io.mien.orchestrator.worker.LostWorkers;
import io.mien.orchestrator.worker.WorkerEventHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** One orchestrator, stepped by hand. */
final class Replica {

  private static final int FAILURES = 2;
  private static final int INTERRUPTIONS = 6;
  private static final int CRASHES = 4;
  private static final int MOST_REPORTS = 20;
  private static final CircuitRule CIRCUIT =
      new CircuitRule(3, Duration.ofSeconds(10), Duration.ofMinutes(5));
  private static final SendingLimits LIMITS = new SendingLimits(16, 4, Duration.ofSeconds(60));

  private final UnreliableTopics topics;
  private final RandomGenerator random;
  private final Wiring wiring;
  private final OutboxPublisher publisher;
  private final ReportHandler reports;
  private final Deliverer deliverer;

  Replica(
      DataSource source,
      UnreliableTopics topics,
      EventHorizon horizon,
      Poster poster,
      RandomGenerator random) {
    this.topics = topics;
    this.random = random;
    RetryPolicy.Budgets budgets =
        new RetryPolicy.Budgets(
            FAILURES, INTERRUPTIONS, CRASHES, Duration.ofSeconds(5), Duration.ofSeconds(30));
    this.wiring =
        new Wiring(Map.of("mien.orchestrator.reuse-steps", "false"))
            .with(RetryPolicy.Budgets.class, budgets)
            .with(DataSource.class, source)
            .with(EventHorizon.class, horizon)
            .with(RetryPolicy.class, new RetryPolicy(budgets, random))
            .with(Uuid7.class, new Uuid7(Clock.systemUTC(), random));
    this.publisher =
        new OutboxPublisher(
            database(),
            get(JdbcOutbox.class),
            topics,
            new RefusedOffers(get(JdbcTaskTransitions.class), get(RunProgress.class)));
    this.reports = new ReportHandler(get(TaskEventHandler.class), get(WorkerEventHandler.class));
    this.deliverer = deliverer(poster);
  }

  <T> T get(Class<T> type) {
    return wiring.get(type);
  }

  Database database() {
    return get(Database.class);
  }

  void dispatch() {
    get(Dispatcher.class).step();
  }

  Step.Progress publish() {
    return publisher.step();
  }

  void reap() {
    get(Reaper.class).step();
  }

  void expireOffers() {
    get(OfferExpiry.class).step();
  }

  void loseWorkers() {
    get(LostWorkers.class).step();
  }

  /** Makes deliveries of what happened. */
  void collect() {
    get(EventCollector.class).step();
  }

  /** Sends some of what is due, and has heard the answers when it returns. */
  Step.Progress deliver() {
    return deliverer.step();
  }

  /**
   * Takes some reports in, in one transaction; sometimes its offsets are not committed after it.
   */
  void read() {
    List<UnreliableTopics.Record> records = topics.takeReports(1 + random.nextInt(MOST_REPORTS));
    try {
      List<Report> read = new ArrayList<>();
      for (UnreliableTopics.Record record : records) {
        read.add(ReportReader.read(record.topic(), record.value()));
      }
      database().run(tx -> reports.handle(tx, read));
    } catch (UnreadableReport e) {
      throw new IllegalStateException("A worker said what nobody can read", e);
    } catch (RuntimeException e) {
      topics.giveBack(records);
      throw e;
    }
    if (random.nextInt(20) == 0) {
      topics.giveBack(records);
    } else {
      topics.takenIn(records);
    }
  }

  private Deliverer deliverer(Poster poster) {
    JdbcWebhookRepository webhooks = get(JdbcWebhookRepository.class);
    JdbcDeliveryRepository deliveries = get(JdbcDeliveryRepository.class);
    Targets anywhere =
        new Targets(Resolver.ofThisMachine(), EnumSet.of(Allowance.PRIVATE_ADDRESSES));
    DeliveryAttempt attempt =
        new DeliveryAttempt(
            database(),
            webhooks,
            deliveries,
            new DeliveryAttempt.Way(anywhere, poster),
            new RetrySchedule(random),
            CIRCUIT);
    return new Deliverer(
        database(),
        webhooks,
        deliveries,
        LIMITS,
        new Deliverer.Sending(attempt, Runnable::run, () -> {}));
  }
}
