/** Training curves beside checkpoints: written by train, read when training goes on and by eval. */
@NullMarked
package io.mien.store.curve;

import org.jspecify.annotations.NullMarked;
