/** Pixels: PNG, RGB bytes, training sets and grids. */
@NullMarked
package io.mien.networks.image;

import org.jspecify.annotations.NullMarked;
