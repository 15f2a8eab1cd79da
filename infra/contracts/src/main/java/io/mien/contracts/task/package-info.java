/** Commands to workers: one offer of a task, and what the task is to do. */
@NullMarked
package io.mien.contracts.task;

import org.jspecify.annotations.NullMarked;
