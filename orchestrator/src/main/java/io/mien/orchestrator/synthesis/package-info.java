/** Syntheses of many photos as clients see them: counts, and what became of each item. */
@NullMarked
package io.mien.orchestrator.synthesis;

import org.jspecify.annotations.NullMarked;
