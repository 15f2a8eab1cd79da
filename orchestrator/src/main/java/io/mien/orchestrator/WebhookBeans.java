package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.loop.Signal;
import io.mien.orchestrator.rest.WebhookResource;
import io.mien.orchestrator.webhook.CircuitRule;
import io.mien.orchestrator.webhook.Deliverer;
import io.mien.orchestrator.webhook.DeliveryAttempt;
import io.mien.orchestrator.webhook.DeliverySweep;
import io.mien.orchestrator.webhook.EventCollector;
import io.mien.orchestrator.webhook.JdbcDeliveryRepository;
import io.mien.orchestrator.webhook.JdbcWebhookRepository;
import io.mien.orchestrator.webhook.RetrySchedule;
import io.mien.orchestrator.webhook.SendingLimits;
import io.mien.orchestrator.webhook.Webhooks;
import io.mien.orchestrator.webhook.address.Allowance;
import io.mien.orchestrator.webhook.address.Resolver;
import io.mien.orchestrator.webhook.address.Targets;
import io.mien.orchestrator.webhook.vertx.VertxPoster;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The wiring of what tells other programs. */
@Dependent
public class WebhookBeans {

  @Produces
  @Singleton
  JdbcWebhookRepository webhookRepository() {
    return new JdbcWebhookRepository();
  }

  @Produces
  @Singleton
  JdbcDeliveryRepository deliveryRepository() {
    return new JdbcDeliveryRepository();
  }

  @Produces
  @Singleton
  Targets targets(OrchestratorConfig config) {
    Set<Allowance> allowed = EnumSet.noneOf(Allowance.class);
    if (config.webhooks().allowPrivate()) {
      allowed.add(Allowance.PRIVATE_ADDRESSES);
    }
    if (config.webhooks().allowHttp()) {
      allowed.add(Allowance.PLAIN_HTTP);
    }
    return new Targets(Resolver.ofThisMachine(), allowed);
  }

  @Produces
  @Singleton
  Webhooks webhooks(
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      JdbcHistory history,
      Targets targets,
      Uuid7 ids,
      OrchestratorConfig config) {
    return new Webhooks(
        webhooks,
        deliveries,
        history,
        targets,
        new Webhooks.Making(ids, new SecureRandom(), config.webhooks().tryFor()));
  }

  @Produces
  @Singleton
  WebhookResource.Repositories webhookResourceRepositories(
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      JdbcIdempotencyKeys idempotency) {
    return new WebhookResource.Repositories(webhooks, deliveries, idempotency);
  }

  @Produces
  @Singleton
  EventCollector eventCollector(
      Database database,
      JdbcHistory history,
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      Uuid7 ids,
      OrchestratorConfig config) {
    return new EventCollector(
        database, history, webhooks, deliveries, ids, config.webhooks().tryFor());
  }

  @Produces
  @Singleton
  DeliveryAttempt deliveryAttempt(
      Database database,
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      Targets targets,
      Vertx vertx,
      OrchestratorConfig config) {
    OrchestratorConfig.Webhooks ours = config.webhooks();
    return new DeliveryAttempt(
        database,
        webhooks,
        deliveries,
        new DeliveryAttempt.Way(
            targets,
            new VertxPoster(
                vertx,
                new HttpClientOptions(),
                new VertxPoster.Timeouts(ours.connectTimeout(), ours.timeout()))),
        new RetrySchedule(new SecureRandom()),
        new CircuitRule(ours.failuresToOpen(), ours.firstProbe(), ours.longestProbe()));
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart collectingForWebhooks(
      EventCollector collector, OrchestratorConfig config) {
    return new OrchestratorLoops.Apart(
        "webhook-collector", config.webhooks().sendEvery(), collector);
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart sendingToWebhooks(
      Database database,
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      DeliveryAttempt attempt,
      OrchestratorConfig config) {
    OrchestratorConfig.Webhooks ours = config.webhooks();
    if (ours.timeout().multipliedBy(2).compareTo(ours.lease()) > 0) {
      throw new IllegalArgumentException(
          "mien.webhooks.timeout is %s and mien.webhooks.lease is %s; make the lease at least twice as long."
              .formatted(ours.timeout(), ours.lease()));
    }
    SendingLimits limits = new SendingLimits(ours.atOnce(), ours.atOncePerEndpoint(), ours.lease());
    Signal ended = new Signal();
    Deliverer deliverer =
        new Deliverer(
            database,
            webhooks,
            deliveries,
            limits,
            new Deliverer.Sending(attempt, threads(ours.atOnce()), ended));
    return new OrchestratorLoops.Apart("webhook-deliverer", ours.sendEvery(), ended, deliverer);
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart sweepingDeliveries(
      Database database, JdbcDeliveryRepository deliveries, OrchestratorConfig config) {
    OrchestratorConfig.Webhooks ours = config.webhooks();
    return new OrchestratorLoops.Apart(
        "webhook-sweep",
        ours.sweepEvery(),
        new DeliverySweep(database, deliveries, ours.keepDelivered(), ours.keepDead()));
  }

  /** Daemons: what they are at when the process ends is sent again. */
  private static ExecutorService threads(int most) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        most,
        work -> {
          Thread thread = new Thread(work, "webhook-sender-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
