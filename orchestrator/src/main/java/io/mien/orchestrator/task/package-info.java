/** A task, its life-cycle in one table, and its rows. */
@NullMarked
package io.mien.orchestrator.task;

import org.jspecify.annotations.NullMarked;
