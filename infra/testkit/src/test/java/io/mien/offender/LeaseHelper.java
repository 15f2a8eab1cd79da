package io.mien.offender;

import java.util.logging.Logger;
import org.apache.kafka.common.Uuid;

/** Named after nothing, logs past SLF4J, prints, and uses Kafka outside a package of that name. */
public final class LeaseHelper {

  private static final Logger LOG = Logger.getLogger("lease");

  public Uuid lease() {
    LOG.info("lease");
    System.out.println("lease");
    return Uuid.ZERO_UUID;
  }
}
