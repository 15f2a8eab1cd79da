package io.mien.orchestrator.chaos;

import org.jspecify.annotations.Nullable;

/**
 * One who has runs made.
 *
 * @param name as it comes with its requests: the id of its key, or no id at all
 * @param mostRunning tasks that it may have offered or run at once; null for any number
 * @param startsPerMinute tasks of it that may begin within a minute; null for any number
 */
record Client(String name, @Nullable Integer mostRunning, @Nullable Integer startsPerMinute) {}
