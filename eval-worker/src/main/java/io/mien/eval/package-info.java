/**
 * Scores a synthesis with a classifier that had no part in making it, and writes a report that a
 * person can judge.
 */
@NullMarked
package io.mien.eval;

import org.jspecify.annotations.NullMarked;
