/** Trained networks put to use: synthesis and classification. */
@NullMarked
package io.mien.networks.inference;

import org.jspecify.annotations.NullMarked;
