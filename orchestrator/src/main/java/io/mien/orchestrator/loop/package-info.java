/** Threads that step something again and again. */
@NullMarked
package io.mien.orchestrator.loop;

import org.jspecify.annotations.NullMarked;
