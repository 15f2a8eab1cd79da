/** Behaviour of {@code random}. */
package io.mien.networks.random;
