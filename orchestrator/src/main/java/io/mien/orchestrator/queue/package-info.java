/** How many tasks wait and run, and for how many there are slots. */
@NullMarked
package io.mien.orchestrator.queue;

import org.jspecify.annotations.NullMarked;
