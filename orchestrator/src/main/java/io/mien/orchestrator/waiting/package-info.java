/** Why a task is not running, and how long everything will take. */
@NullMarked
package io.mien.orchestrator.waiting;

import org.jspecify.annotations.NullMarked;
