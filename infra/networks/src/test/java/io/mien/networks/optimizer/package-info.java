/** Behaviour of {@code optimizer}. */
package io.mien.networks.optimizer;
