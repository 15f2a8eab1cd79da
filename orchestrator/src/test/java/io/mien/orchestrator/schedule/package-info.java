/** When runs are started, and how often. */
@NullMarked
package io.mien.orchestrator.schedule;

import org.jspecify.annotations.NullMarked;
