/** Programs that measure; nothing here is a test. */
@NullMarked
package io.mien.orchestrator.benchmark;

import org.jspecify.annotations.NullMarked;
