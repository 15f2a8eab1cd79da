/**
 * Counter-based random numbers: a seed, a stream name and a step give the same numbers for ever.
 */
@NullMarked
package io.mien.networks.random;

import org.jspecify.annotations.NullMarked;
