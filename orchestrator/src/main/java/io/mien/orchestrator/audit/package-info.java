/** Who changed what. */
@NullMarked
package io.mien.orchestrator.audit;

import org.jspecify.annotations.NullMarked;
