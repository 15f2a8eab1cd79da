/** Runs, their steps, and what a step is to do once its dependencies are done. */
@NullMarked
package io.mien.orchestrator.run;

import org.jspecify.annotations.NullMarked;
