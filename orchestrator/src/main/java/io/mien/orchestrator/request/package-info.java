/** Syntheses that products ask for by events, and the events that answer them. */
@NullMarked
package io.mien.orchestrator.request;

import org.jspecify.annotations.NullMarked;
