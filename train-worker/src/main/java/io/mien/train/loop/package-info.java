/** The loop around a trainer: steps, progress, samples, training states. */
@NullMarked
package io.mien.train.loop;

import org.jspecify.annotations.NullMarked;
