package io.mien.orchestrator.webhook;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.loop.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due and hands it to the threads that send. How much is under way is bounded here
 * for this replica, and in the database for each endpoint, so that one that hangs holds up none but
 * itself. One thread steps it.
 */
public final class Deliverer implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  private final Database database;
  private final JdbcWebhookRepository webhooks;
  private final JdbcDeliveryRepository deliveries;
  private final SendingLimits limits;
  private final Sending sending;
  private final Semaphore free;

  public Deliverer(
      Database database,
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      SendingLimits limits,
      Sending sending) {
    this.database = database;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.limits = limits;
    this.sending = sending;
    this.free = new Semaphore(limits.atOnce());
  }

  /**
   * What sends.
   *
   * @param threads runs as many attempts at once as the limits allow
   * @param ended called when one has ended, so that the next can be taken
   */
  public record Sending(DeliveryAttempt attempt, Executor threads, Runnable ended) {}

  @Override
  public Progress step() {
    int room = free.availablePermits();
    if (room == 0) {
      return Progress.DONE;
    }
    List<Delivery> taken = database.transact(tx -> take(tx, room));
    for (Delivery delivery : taken) {
      free.acquireUninterruptibly();
      sending.threads().execute(() -> send(delivery));
    }
    return taken.isEmpty() ? Progress.DONE : Progress.MORE;
  }

  private List<Delivery> take(Transaction tx, int room) {
    List<Delivery> taken = new ArrayList<>();
    for (Webhook webhook : webhooks.lockDue(tx, limits.perEndpoint(), room)) {
      int atOnce = webhook.isOpen() ? 1 : limits.perEndpoint();
      List<Delivery> some =
          deliveries.claim(tx, webhook.id(), atOnce, room - taken.size(), limits.lease());
      if (!some.isEmpty()) {
        webhooks.served(tx, webhook.id());
      }
      taken.addAll(some);
    }
    return taken;
  }

  private void send(Delivery delivery) {
    try {
      sending.attempt().make(delivery);
    } catch (RuntimeException e) {
      LOG.warn(
          "Delivery {} to webhook {} may have been made, but that could not be written down; it is sent again when its lease ends.",
          delivery.id(),
          delivery.webhookId(),
          e);
    } finally {
      free.release();
      sending.ended().run();
    }
  }
}
