/** Tensors as foreign files store them. */
@NullMarked
package io.mien.networks.interchange.tensor;

import org.jspecify.annotations.NullMarked;
