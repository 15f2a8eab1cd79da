/** What was made of what, as the rows of tasks tell it. */
@NullMarked
package io.mien.orchestrator.lineage;

import org.jspecify.annotations.NullMarked;
