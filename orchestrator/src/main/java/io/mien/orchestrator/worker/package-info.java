/** Who is there to work. */
@NullMarked
package io.mien.orchestrator.worker;

import org.jspecify.annotations.NullMarked;
