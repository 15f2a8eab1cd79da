package io.mien.orchestrator.event;

import io.mien.orchestrator.database.Transaction;
import java.util.function.Consumer;

/**
 * What a record is to change.
 *
 * @param change takes the record in
 * @param refusal done instead when PostgreSQL refuses the change, so that nobody waits for it
 */
public record Report(Consumer<Transaction> change, Consumer<Transaction> refusal) {}
