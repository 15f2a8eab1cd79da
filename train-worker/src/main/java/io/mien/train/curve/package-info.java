/**
 * Losses and learning rates over a training: thinned for the dashboard, kept with the checkpoint.
 */
@NullMarked
package io.mien.train.curve;

import org.jspecify.annotations.NullMarked;
