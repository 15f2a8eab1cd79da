/** The application: its wiring, its configuration and how it starts. */
@NullMarked
package io.mien.orchestrator;

import org.jspecify.annotations.NullMarked;
