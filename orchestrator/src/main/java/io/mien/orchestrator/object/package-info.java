/** Objects of the store as clients may fetch them. */
@NullMarked
package io.mien.orchestrator.object;

import org.jspecify.annotations.NullMarked;
