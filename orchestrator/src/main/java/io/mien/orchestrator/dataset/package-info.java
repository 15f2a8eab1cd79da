/** Registered datasets. */
@NullMarked
package io.mien.orchestrator.dataset;

import org.jspecify.annotations.NullMarked;
