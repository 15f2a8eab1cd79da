/** Named weights of a network under PyTorch's names, and how they start. */
@NullMarked
package io.mien.networks.parameter;

import org.jspecify.annotations.NullMarked;
