package io.mien.orchestrator.webhook;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.WebhookRequest;
import io.mien.contracts.rest.WebhookView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.task.TaskTable;
import io.mien.orchestrator.webhook.address.Allowance;
import io.mien.orchestrator.webhook.address.Resolver;
import io.mien.orchestrator.webhook.address.Targets;
import io.mien.orchestrator.webhook.vertx.VertxPoster;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;

/**
 * Webhooks of a database of its own, wired as in production and stepped by the test. Time passes
 * when the test says so: the times in the rows move into the past.
 */
final class WebhookTable implements AutoCloseable {

  static final Duration LEASE = Duration.ofMinutes(1);
  static final Duration TRY_FOR = Duration.ofDays(1);
  static final CircuitRule CIRCUIT =
      new CircuitRule(3, Duration.ofSeconds(30), Duration.ofMinutes(30));

  final Database database = new TaskTable().database;
  final JdbcHistory history = new JdbcHistory(Clock.systemUTC());
  final JdbcWebhookRepository webhooks = new JdbcWebhookRepository();
  final JdbcDeliveryRepository deliveries = new JdbcDeliveryRepository();
  final Uuid7 ids = new Uuid7(Clock.systemUTC(), new Random(1));
  final Targets anywhere =
      new Targets(Resolver.ofThisMachine(), EnumSet.of(Allowance.PRIVATE_ADDRESSES));
  final Webhooks actions =
      new Webhooks(
          webhooks,
          deliveries,
          history,
          anywhere,
          new Webhooks.Making(ids, new SecureRandom(), TRY_FOR));

  private final Vertx vertx = Vertx.vertx();
  final Poster poster =
      new VertxPoster(
          vertx,
          new HttpClientOptions(),
          new VertxPoster.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)));

  /** What one orchestrator runs. */
  record Replica(EventCollector collector, Deliverer deliverer) {

    /** Collects what happened, and sends what is due until nothing is. */
    void step() {
      collector.step();
      send();
    }

    void send() {
      while (deliverer.step() == io.mien.orchestrator.loop.Step.Progress.MORE) {
        // Until nothing is due
      }
    }
  }

  /** A replica that sends on the thread that steps it, so that a step is over when it returns. */
  Replica replica() {
    return replica(new DeliveryAttempt.Way(anywhere, poster), Runnable::run, 4);
  }

  Replica replica(DeliveryAttempt.Way way, Executor threads, int perEndpoint) {
    DeliveryAttempt attempt =
        new DeliveryAttempt(
            database, webhooks, deliveries, way, new RetrySchedule(new Random(1)), CIRCUIT);
    return new Replica(
        new EventCollector(database, history, webhooks, deliveries, ids, TRY_FOR),
        new Deliverer(
            database,
            webhooks,
            deliveries,
            new SendingLimits(16, perEndpoint, LEASE),
            new Deliverer.Sending(attempt, threads, () -> {})));
  }

  WebhookId register(URI url, String... types) {
    WebhookId id = new WebhookId(ids.next());
    WebhookRequest request = new WebhookRequest(url, List.of(types), null);
    actions.check(request);
    database.run(tx -> actions.register(tx, id, request));
    return id;
  }

  String secret(WebhookId id) {
    return database.transact(tx -> actions.secret(tx, id));
  }

  RunId happens(String type) {
    RunId run = new RunId(ids.next());
    database.run(
        tx -> history.append(tx, new HistoryEntry(type, run, null, Map.of("state", "told"))));
    return run;
  }

  void happen(int times, String type) {
    for (int i = 0; i < times; i++) {
      happens(type);
    }
  }

  WebhookView webhook(WebhookId id) {
    return database.transact(tx -> webhooks.find(tx, id)).orElseThrow();
  }

  /** Oldest first. */
  List<DeliveryView> deliveries(WebhookId id) {
    List<DeliveryView> newestFirst =
        database.transact(tx -> deliveries.page(tx, id, null, null, 1000));
    return newestFirst.stream()
        .sorted(java.util.Comparator.comparing(DeliveryView::createdAt))
        .toList();
  }

  DeliveryView only(WebhookId id) {
    List<DeliveryView> all = deliveries(id);
    if (all.size() != 1) {
      throw new AssertionError("Expected one delivery: " + all);
    }
    return all.get(0);
  }

  void pass(Duration time) {
    database.run(
        tx -> {
          tx.update(
              """
              UPDATE webhook_delivery
                 SET due_at = due_at - make_interval(secs => ?), give_up_at = give_up_at - make_interval(secs => ?),
                     finished_at = finished_at - make_interval(secs => ?)
              """,
              time,
              time,
              time);
          tx.update(
              """
              UPDATE webhook
                 SET next_probe_at = next_probe_at - make_interval(secs => ?),
                     old_secret_until = old_secret_until - make_interval(secs => ?)
              """,
              time,
              time);
        });
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
