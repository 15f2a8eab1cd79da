package io.mien.worker.kafka;

import io.mien.contracts.failure.Unavailable;
import io.mien.store.ObjectStore;
import io.mien.worker.loop.Step;
import java.time.Duration;

/**
 * Takes offers, but not before buckets, topics and share group are there and orders are being read:
 * an order about an offer may follow the offer at once.
 */
public final class PreparedOffers implements Step {

  private static final Duration ORDERS = Duration.ofSeconds(10);

  private final ObjectStore store;
  private final Preparation preparation;
  private final ControlReader orders;
  private final OfferReader offers;
  private final Runnable startTalking;
  private boolean talking;
  private volatile boolean prepared;

  /**
   * @param startTalking starts the loops that need Kafka's topics; called once
   */
  public PreparedOffers(
      ObjectStore store,
      Preparation preparation,
      ControlReader orders,
      OfferReader offers,
      Runnable startTalking) {
    this.store = store;
    this.preparation = preparation;
    this.orders = orders;
    this.offers = offers;
    this.startTalking = startTalking;
  }

  public boolean isPrepared() {
    return prepared;
  }

  @Override
  public void step() throws InterruptedException {
    if (!prepared) {
      prepare();
    }
    offers.step();
  }

  @Override
  public void close() {
    offers.close();
  }

  private void prepare() throws InterruptedException {
    store.createBuckets();
    preparation.run();
    if (!talking) {
      talking = true;
      startTalking.run();
    }
    if (!orders.awaitReady(ORDERS)) {
      throw new Unavailable("kafka-unavailable", "Orders to workers cannot be read yet.");
    }
    prepared = true;
  }
}
