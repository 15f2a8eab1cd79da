/** Published checkpoints and the aliases that name them. */
@NullMarked
package io.mien.orchestrator.checkpoint;

import org.jspecify.annotations.NullMarked;
