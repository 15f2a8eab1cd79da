/** Behaviour of {@code checkpoint}. */
package io.mien.networks.checkpoint;
