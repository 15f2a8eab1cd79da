/** Behaviour of {@code training}. */
package io.mien.networks.training;
