/** Messages that leave with the transaction that caused them. */
@NullMarked
package io.mien.orchestrator.outbox;

import org.jspecify.annotations.NullMarked;
