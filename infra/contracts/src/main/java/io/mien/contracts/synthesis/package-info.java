/** The lines of a bulk synthesis: what is asked for, and what became of each item. */
@NullMarked
package io.mien.contracts.synthesis;

import org.jspecify.annotations.NullMarked;
