/** Published evaluations. */
@NullMarked
package io.mien.orchestrator.evaluation;

import org.jspecify.annotations.NullMarked;
