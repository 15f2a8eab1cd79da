/** PostgreSQL as the rest of the application sees it: transactions, statements, rows. */
@NullMarked
package io.mien.orchestrator.database;

import org.jspecify.annotations.NullMarked;
