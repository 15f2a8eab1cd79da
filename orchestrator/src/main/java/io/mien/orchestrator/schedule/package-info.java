/** Runs that are started again and again, at the times of a cron expression. */
@NullMarked
package io.mien.orchestrator.schedule;

import org.jspecify.annotations.NullMarked;
