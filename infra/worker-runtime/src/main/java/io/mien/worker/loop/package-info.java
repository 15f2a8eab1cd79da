/** Threads that repeat a step until they are closed. */
@NullMarked
package io.mien.worker.loop;

import org.jspecify.annotations.NullMarked;
