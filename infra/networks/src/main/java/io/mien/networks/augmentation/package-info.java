/** Differentiable augmentation of what a critic sees. */
@NullMarked
package io.mien.networks.augmentation;

import org.jspecify.annotations.NullMarked;
