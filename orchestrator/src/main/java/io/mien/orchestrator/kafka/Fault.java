package io.mien.orchestrator.kafka;

import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.database.DatabaseFailure;

/** Whose fault it is that a record cannot be taken in. */
final class Fault {

  private Fault() {}

  /** False when the same record may be taken in another time, so that it has to be read again. */
  static boolean isOfTheRecord(RuntimeException e) {
    return e instanceof DatabaseFailure failure
        ? failure.isOfTheValues()
        : !(e instanceof Unavailable);
  }
}
