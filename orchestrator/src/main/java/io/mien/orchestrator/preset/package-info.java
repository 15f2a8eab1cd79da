/** Complete settings of a run under one name. */
@NullMarked
package io.mien.orchestrator.preset;

import org.jspecify.annotations.NullMarked;
