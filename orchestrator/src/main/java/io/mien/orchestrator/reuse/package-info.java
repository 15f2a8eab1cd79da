/** Work that was done before is not done again. */
@NullMarked
package io.mien.orchestrator.reuse;

import org.jspecify.annotations.NullMarked;
