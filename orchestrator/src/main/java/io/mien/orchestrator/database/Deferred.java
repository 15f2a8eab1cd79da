package io.mien.orchestrator.database;

import java.util.List;

/** Writes what a transaction collected, at its very end, when it will take no further row locks. */
@FunctionalInterface
public interface Deferred<T> {

  void write(Transaction transaction, List<T> items);
}
