package io.mien.orchestrator.lease;

import java.time.Instant;
import java.util.Optional;

/** Up to when everything that workers reported has been taken in, by all replicas together. */
@FunctionalInterface
public interface EventHorizon {

  /** By the database's clock; empty while that is unknown. */
  Optional<Instant> caughtUpTo();
}
