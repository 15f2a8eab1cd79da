/** The measures themselves: pure functions and counters, without networks or stores. */
@NullMarked
package io.mien.eval.measure;

import org.jspecify.annotations.NullMarked;
