/** Every transition as a row, and the stream of them that people and programs watch. */
@NullMarked
package io.mien.orchestrator.history;

import org.jspecify.annotations.NullMarked;
