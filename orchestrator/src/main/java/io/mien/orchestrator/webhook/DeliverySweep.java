package io.mien.orchestrator.webhook;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up deliveries that nobody attempts any more, and deletes those that nobody asks about. */
public final class DeliverySweep implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverySweep.class);
  private static final int BATCH = 1000;

  private final Database database;
  private final JdbcDeliveryRepository deliveries;
  private final Duration keepDelivered;
  private final Duration keepDead;

  public DeliverySweep(
      Database database,
      JdbcDeliveryRepository deliveries,
      Duration keepDelivered,
      Duration keepDead) {
    this.database = database;
    this.deliveries = deliveries;
    this.keepDelivered = keepDelivered;
    this.keepDead = keepDead;
  }

  @Override
  public Progress step() {
    int givenUp = database.transact(tx -> deliveries.giveUp(tx, BATCH));
    if (givenUp > 0) {
      LOG.warn("{} deliveries to endpoints that are off or failing were given up.", givenUp);
    }
    int deleted = database.transact(tx -> deliveries.deleteOld(tx, keepDelivered, keepDead, BATCH));
    return givenUp == BATCH || deleted == BATCH ? Progress.MORE : Progress.DONE;
  }
}
