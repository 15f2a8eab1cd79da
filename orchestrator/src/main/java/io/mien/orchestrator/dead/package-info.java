/** Tasks that are out of their budgets, by cause, and driving them again. */
@NullMarked
package io.mien.orchestrator.dead;

import org.jspecify.annotations.NullMarked;
