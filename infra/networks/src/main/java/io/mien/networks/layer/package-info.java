/** Layers as plain functions over arrays, exact against PyTorch, with those that DJL lacks. */
@NullMarked
package io.mien.networks.layer;

import org.jspecify.annotations.NullMarked;
