/** What workers report, taken in exactly once by effect. */
@NullMarked
package io.mien.orchestrator.event;

import org.jspecify.annotations.NullMarked;
